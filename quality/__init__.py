"""How well the normaliser reads pages: against the gold of the samples, and of public benchmarks where they are at hand."""
