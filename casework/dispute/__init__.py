"""What a message tells of the dispute, and what the law makes of all that was told."""
