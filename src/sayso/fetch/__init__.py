"""Step 0, where a source is an address: the net → bytes, politely and under guard.

url says what an address is, private which machines are never asked, guard connects only to those
that were checked, body reads under limits, robots and pace keep to what a site wants, and Fetcher
is the whole of it: one address → the exchanges, kept as evidence, and the bytes.
"""

from sayso.fetch.base import Fetched, Limits, Manners, Validators
from sayso.fetch.fetcher import Fetcher
from sayso.fetch.url import is_address

__all__ = ["Fetched", "Fetcher", "Limits", "Manners", "Validators", "is_address"]
