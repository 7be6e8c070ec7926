//! The tree belongs to Python: every node's type and fields are asked for by name, as the Python visitor does.
use std::collections::HashMap;

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};

struct Metrics<'py> {
    node_class: Bound<'py, PyAny>,
    names: HashMap<String, u32>,
    calls: HashMap<String, u32>,
    branches: u32,
    depth: u32,
    deepest: u32,
}

impl<'py> Metrics<'py> {
    fn visit(&mut self, node: &Bound<'py, PyAny>) -> PyResult<()> {
        let py = node.py();
        let name = node.get_type().name()?;
        match name.to_str()? {
            "Name" => {
                if node.getattr(intern!(py, "ctx"))?.get_type().name()? == "Load" {
                    *self.names.entry(node.getattr(intern!(py, "id"))?.extract()?).or_default() += 1;
                }
                return Ok(());
            }
            "Call" => {
                let function = node.getattr(intern!(py, "func"))?;
                if function.get_type().name()? == "Name" {
                    *self.calls.entry(function.getattr(intern!(py, "id"))?.extract()?).or_default() += 1;
                }
            }
            "If" | "For" | "While" => {
                self.branches += 1;
                self.depth += 1;
                self.deepest = self.deepest.max(self.depth);
                self.visit_fields(node)?;
                self.depth -= 1;
                return Ok(());
            }
            _ => {}
        }
        self.visit_fields(node)
    }

    fn visit_fields(&mut self, node: &Bound<'py, PyAny>) -> PyResult<()> {
        let fields = node.getattr(intern!(node.py(), "_fields"))?.cast_into::<PyTuple>()?;
        for field in fields {
            let Some(value) = node.getattr_opt(field.cast::<pyo3::types::PyString>()?)? else {
                continue;
            };
            if let Ok(items) = value.cast::<PyList>() {
                for item in items {
                    if item.is_instance(&self.node_class)? {
                        self.visit(&item)?;
                    }
                }
            } else if value.is_instance(&self.node_class)? {
                self.visit(&value)?;
            }
        }
        Ok(())
    }
}

type Result = (HashMap<String, u32>, HashMap<String, u32>, u32, u32);

#[pyfunction]
pub fn run(tree: &Bound<'_, PyAny>) -> PyResult<Result> {
    let node_class = tree.py().import("ast")?.getattr("AST")?;
    if !tree.is_instance(&node_class)? {
        return Err(PyTypeError::new_err("a syntax tree expected"));
    }
    let mut metrics =
        Metrics { node_class, names: HashMap::new(), calls: HashMap::new(), branches: 0, depth: 0, deepest: 0 };
    metrics.visit(tree)?;
    Ok((metrics.names, metrics.calls, metrics.branches, metrics.deepest))
}
