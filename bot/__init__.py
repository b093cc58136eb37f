"""What runs inside the Rasa server: one channel, one tracker store, what reads a message."""
