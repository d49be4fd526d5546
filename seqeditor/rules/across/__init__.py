"""Rules over what sequences say of one another: proteins of coding regions, copies, references."""
