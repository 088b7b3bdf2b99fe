"""一次告知: what every industry needs, as published versions of the texts in ``regulations/`` (seed 三(一))."""
