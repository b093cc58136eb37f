"""What becomes of a case: asked for, held, put off, stepped on, merged, closed. Door: `upkeep`."""
