"""What is kept, the only SQL of the product: the ground every room stands on, and the rooms."""
