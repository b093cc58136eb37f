"""Danger that is heard in a message, and what must not be read in one."""
