"""What is said in a conversation, and what still needs an answer. Door: `record`."""
