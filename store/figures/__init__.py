"""What managers look at: rows kept in step, and counts of them. Door: `counting`."""
