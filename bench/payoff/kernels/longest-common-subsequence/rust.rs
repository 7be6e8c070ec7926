//! Both lists of strings are copied into Rust; the lines in common go back as a list.
use pyo3::prelude::*;

#[pyfunction]
pub fn run(py: Python<'_>, a: Vec<String>, b: Vec<String>) -> PyResult<Vec<String>> {
    Ok(py.detach(|| {
        let mut lengths = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for (i, left) in a.iter().enumerate() {
            for (j, right) in b.iter().enumerate() {
                lengths[i + 1][j + 1] =
                    if left == right { lengths[i][j] + 1 } else { lengths[i + 1][j].max(lengths[i][j + 1]) };
            }
        }
        let mut common = Vec::new();
        let (mut i, mut j) = (a.len(), b.len());
        while i > 0 && j > 0 {
            if a[i - 1] == b[j - 1] {
                common.push(a[i - 1].clone());
                i -= 1;
                j -= 1;
            } else if lengths[i - 1][j] >= lengths[i][j - 1] {
                i -= 1;
            } else {
                j -= 1;
            }
        }
        common.reverse();
        common
    }))
}
