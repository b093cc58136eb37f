"""The one way a build step says what is wrong."""


class SetupError(Exception):
    """Something the person at the keyboard can mend. The message is one line and says how."""
