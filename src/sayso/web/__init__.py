"""The desk: a local web app to read, check and decide.

settings   what a desk is told at its start
app        puts the parts together
guard      who may ask, and what a browser may do with the answers
clerk      the one writer: decisions at once, long work step by step
reading    the case, lent to one thread at a time; what was worked out is remembered
pages/     one file a page; api/ the same as JSON
"""
