"""The instructor's commands around nbgrader: grade (in a sandbox), feedback and marks."""
