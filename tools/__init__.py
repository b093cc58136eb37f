"""Build steps: what installs the project and makes its generated files."""
