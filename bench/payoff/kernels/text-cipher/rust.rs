//! Only ASCII letters change: everything else keeps its bytes.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(text: &str, shift: i64) -> String {
    let shift = shift.rem_euclid(26) as u8;
    let moved = |letter: char, first: u8| char::from((letter as u8 - first + shift) % 26 + first);
    text.chars()
        .map(|letter| match letter {
            'a'..='z' => moved(letter, b'a'),
            'A'..='Z' => moved(letter, b'A'),
            _ => letter,
        })
        .collect()
}
