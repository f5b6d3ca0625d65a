"""A failure that the instructor can mend: what happened, and what to do about it."""


class Failure(Exception):
    """Ends a command with these two lines instead of a traceback."""

    def __init__(self, message: str, remedy: str):
        super().__init__(message)
        self.remedy = remedy
