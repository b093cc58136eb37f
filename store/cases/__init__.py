"""Which cases there are: lines of the queue, what they are part of, their names. Door: `lines`."""
