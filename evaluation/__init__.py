"""How well the assistant understands: held-out messages in, figures and a report for people out."""
