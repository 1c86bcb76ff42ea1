"""The reading compared with annotated texts: who says what, how sure, in what tone, and the project's own keys."""
