"""Components of the pipeline that reads a message."""
