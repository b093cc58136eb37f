"""Benchmarks: ours against the assistant that `rasa init` makes, on one machine in one run."""
