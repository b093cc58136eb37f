"""What is agreed to, refused, called off or taken back, in any words."""
