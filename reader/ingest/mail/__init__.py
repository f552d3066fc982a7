"""Mail: single messages and mailboxes of them, newsletters above all."""
