"""The shared look: one style sheet and one set of Jinja macros for the report and the desk.

Page objects of `view` go in, HTML comes out. Every word is escaped, there is no script and no
`style` attribute, so that a page can forbid both (`Content-Security-Policy`).
"""

from sayso.look.render import environment, stylesheet

__all__ = ["environment", "stylesheet"]
