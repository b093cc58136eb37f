"""What is particular to text messages: their letters, length, hours and command words."""
