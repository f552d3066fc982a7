"""The window: PySide6 alone, over the services. The parts emit signals and take nouns; ``window`` wires them."""
