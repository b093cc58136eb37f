"""One conversation: watched, taken over, answered, handed back. Door: `page`."""
