//! xoshiro256++ stands in for Python's Mersenne Twister: nobody needs the same stream, only a good one.
use pyo3::prelude::*;

struct Xoshiro([u64; 4]);

impl Xoshiro {
    /// Spreads the seed by SplitMix64, as the authors of the generator advise.
    fn new(mut seed: u64) -> Self {
        Self(std::array::from_fn(|_| {
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = seed;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }))
    }

    fn next(&mut self) -> f64 {
        let s = &mut self.0;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        (result >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[pyfunction]
pub fn run(py: Python<'_>, samples: u64, seed: u64) -> PyResult<f64> {
    Ok(py.detach(|| {
        let mut rng = Xoshiro::new(seed);
        let inside = (0..samples)
            .filter(|_| {
                let (x, y) = (rng.next(), rng.next());
                x * x + y * y <= 1.0
            })
            .count();
        4.0 * inside as f64 / samples as f64
    }))
}
