//! Trains the name tagger, or says how good it is: `cargo xtask train`, `cargo xtask ablate`.

mod ablation;
mod corpus;
mod crf;
mod dictionary;
mod distant;
mod evaluate;
#[path = "../../tests/common/gold.rs"]
#[allow(dead_code)] // The tests use all of it.
mod gold;
mod known;
mod pack;
mod random;
mod swap;
mod train;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use mitjul::tagger::{Gazetteer, Kind, Model};
use train::{Data, Settings};

const USAGE: &str = "usage: trainer train [CORPORA] | trainer ablate [CORPORA]";

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .context("the trainer lies inside the project")?;
    let outside = args.get(1).map(Path::new);
    if args.len() > 2 {
        bail!("{USAGE}");
    }
    match args.first().map(String::as_str) {
        Some("train") => train(root, outside),
        Some("ablate") => ablation::report(root, outside),
        _ => bail!("{USAGE}"),
    }
}

fn train(root: &Path, outside: Option<&Path>) -> Result<()> {
    match outside {
        Some(folder) => println!(
            "Training on our own articles and the corpora in {}: about five minutes, one core.",
            folder.display()
        ),
        None => println!(
            "Training on our own articles alone, half a minute. Give the folder that holds klue-ner/ \
             and konec/ to train as the published model was."
        ),
    }
    let say = |what: &str| println!("{what}");
    let bytes = train::train(Data::read(root, outside)?, Settings::default(), say)?;
    let path = root.join("models/tagger.bin");
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    let model = Model::read(&bytes)?;
    let held_out = train::lines(&corpus::articles(&root.join("tests/gold/dev"))?);
    evaluate::report("our dev articles", &model, &held_out);
    let lists = Gazetteer { names: true };
    for kind in [Kind::Person, Kind::Company] {
        println!("  {kind:?}: proposals, said to be right, right");
        let (_, guesses) = evaluate::run(&model, &held_out, lists, kind);
        for (n, said, right) in evaluate::reliability(&guesses) {
            println!("    {n:5}  {said:.2}  {right:.2}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two runs on four articles give the same bytes, and a model that finds what it has seen.
    #[test]
    fn training_is_repeatable_and_learns() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let small = || {
            let mut data = Data::read(root, None).unwrap();
            data.articles.truncate(4);
            data.held_out.truncate(40);
            data
        };
        let settings = Settings {
            epochs: 4,
            swaps: 1,
            bits: 12,
            cells: 12_000,
            ..Settings::default()
        };
        let first = train::train(small(), settings, |_| {}).unwrap();
        let second = train::train(small(), settings, |_| {}).unwrap();
        assert!(first == second, "two runs differ");
        let model = Model::read(&first).unwrap();
        let seen = train::lines(&small().articles);
        for kind in [Kind::Person, Kind::Company] {
            let count = evaluate::run(&model, &seen, Gazetteer { names: true }, kind).0;
            assert!(count.f1() > 80.0, "{kind:?} {:.1}", count.f1());
        }
    }

    #[test]
    fn a_broken_model_is_refused() {
        let text = |bytes: &[u8]| Model::read(bytes).err().map(|e| e.to_string());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let bytes = fs::read(root.join("models/tagger.bin")).unwrap();
        assert_eq!(text(&bytes), None);
        assert!(text(b"").unwrap().contains("not a tagger model"));
        assert!(
            text(&bytes[..bytes.len() - 1])
                .unwrap()
                .contains("were due")
        );
    }
}
