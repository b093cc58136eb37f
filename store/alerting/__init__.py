"""What somebody has to see at once, who is on duty, what other systems hear. Door: `alerts`."""
