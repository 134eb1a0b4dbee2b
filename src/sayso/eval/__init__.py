"""Scores of what ships against corpora that people labelled: `runs.run(corpus, path, split)`."""
