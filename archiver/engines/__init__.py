"""The engines: one package or module each, which alone imports its library."""
