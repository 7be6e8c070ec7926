//! The tree belongs to Python, so every node is read through `getattr`: the way a first port of one function looks.
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::PyList;

#[pyfunction]
pub fn run(py: Python<'_>, root: Bound<'_, PyAny>) -> PyResult<(u64, i64, u32, String)> {
    let (mut count, mut total, mut deepest) = (0, 0, 0);
    let mut largest: (Option<Bound<'_, PyAny>>, i64) = (None, -1);
    let mut stack = vec![(root, 1)];
    while let Some((node, depth)) = stack.pop() {
        let size: i64 = node.getattr(intern!(py, "size"))?.extract()?;
        let children = node.getattr(intern!(py, "children"))?.cast_into::<PyList>()?;
        count += 1;
        total += size;
        deepest = deepest.max(depth);
        if children.is_empty() && size > largest.1 {
            largest = (Some(node.getattr(intern!(py, "name"))?), size);
        }
        for child in children {
            stack.push((child, depth + 1));
        }
    }
    let name = largest.0.map_or(Ok(String::new()), |name| name.extract())?;
    Ok((count, total, deepest, name))
}
