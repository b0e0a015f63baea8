"""One subject a module; each gives lines for the table."""
