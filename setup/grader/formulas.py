"""Formulas on formgrader's page: MathJax without code in strings, and formgrader where MathJax can't be had."""

import re

#: The template takes MathJax from there, and MathJax its parts.
source = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/"

#: The template's own settings, as an object: it has them as text to be evaluated, which the page's policy lets nobody do.
_settings = """<script>
window.MathJax = {
  TeX: { equationNumbers: { autoNumber: 'AMS', useLabelIds: true } },
  tex2jax: {
    inlineMath: [['$', '$'], ['\\\\(', '\\\\)']],
    displayMath: [['$$', '$$'], ['\\\\[', '\\\\]']],
    processEscapes: true,
    processEnvironments: true,
  },
  displayAlign: 'center',
  messageStyle: 'none',
  CommonHTML: { linebreaks: { automatic: true } },
};
// Formgrader's keys wait for MathJax to have drawn all; without a network it never comes.
addEventListener('load', () => {
  window.MathJax.Hub ??= { Startup: { signal: { Interest: (hear) => hear('End') } } };
});
</script>"""


def with_formulas(head: str) -> str:
    """A page's head in which MathJax has its settings in front of it, in the place of those that are text."""
    head = re.sub(r'<script type="text/x-mathjax-config">.*?</script>', "", head, flags=re.DOTALL)
    return _settings + head
