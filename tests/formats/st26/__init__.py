"""Tests of ST.26 XML."""
