"""The pages, one module each: a route, what it shows as a typed context, and its template."""
