"""What the commands share that take articles into the store."""
