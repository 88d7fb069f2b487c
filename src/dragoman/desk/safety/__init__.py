"""What every request and every response of the desk must keep to, whatever the page."""
