"""A Content-Security-Policy for pages that show what students wrote: the browser runs only scripts that it knows for ours."""

import re
import secrets

from .figures import scripts


def guarded(page: str, policy: str, figures: object, trust_head: bool = False) -> str:
    """The page with the policy on top, before anything that a student wrote, and with what draws its figures.

    With `trust_head`, scripts in the page's head may run: the template's, whose head holds nothing of a student's.
    """
    nonce = secrets.token_urlsafe(24)  # nobody could know it when the notebook was handed in
    start = page.index("<head>") + len("<head>")
    end = page.index("</head>")  # the first ones: the template's own
    head = page[start:end]
    if trust_head:
        head = re.sub(r"<script\b", f'<script nonce="{nonce}"', head)
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy.format(nonce=nonce)}">'
    return page[:start] + meta + head + (scripts(nonce) if figures else "") + page[end:]
