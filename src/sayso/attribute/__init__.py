"""3. Parsed → Attribution: source, cue and content, tied to one another; cue classes."""
