//! Two strings in, one integer out.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, a: &str, b: &str) -> PyResult<usize> {
    Ok(py.detach(|| {
        let b: Vec<char> = b.chars().collect();
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, left) in a.chars().enumerate() {
            let mut diagonal = row[0];
            row[0] = i + 1;
            for (j, &right) in b.iter().enumerate() {
                let above = row[j + 1];
                row[j + 1] = (above + 1).min(row[j] + 1).min(diagonal + usize::from(left != right));
                diagonal = above;
            }
        }
        row[b.len()]
    }))
}
