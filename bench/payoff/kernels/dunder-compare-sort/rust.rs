//! Texts are parsed once into structs with a derived order; the same text objects go back in their new order.
use std::cmp::Ordering;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

#[derive(PartialEq, Eq)]
struct Version {
    numbers: [u64; 3],
    suffix: String,
}

impl Version {
    fn parse(text: &str) -> PyResult<Self> {
        let (base, suffix) = text.split_once('-').unwrap_or((text, ""));
        let numbers = base.split('.').map(str::parse).collect::<Result<Vec<u64>, _>>()?;
        let numbers = numbers.try_into().map_err(|_| PyValueError::new_err("three numbers expected"))?;
        Ok(Self { numbers, suffix: suffix.to_owned() })
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        let suffixes = (self.suffix.is_empty(), &self.suffix).cmp(&(other.suffix.is_empty(), &other.suffix));
        self.numbers.cmp(&other.numbers).then(suffixes)
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[pyfunction]
pub fn run(texts: Vec<Bound<'_, PyAny>>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    let mut versions = Vec::with_capacity(texts.len());
    for text in texts {
        versions.push((Version::parse(text.extract()?)?, text));
    }
    versions.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(versions.into_iter().map(|(_, text)| text).collect())
}
