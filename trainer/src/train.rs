//! The whole training, from corpora to the bytes of a model.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use mitjul::tagger::{COUNT, Gazetteer, Kind, Known, Model};

use crate::corpus::{self, Article, Example};
use crate::crf::{Crf, Rates, Sequence};
use crate::dictionary::{Dictionary, Reading};
use crate::distant::{self, Forms};
use crate::evaluate;
use crate::known::Names;
use crate::pack::Cells;
use crate::random::Random;
use crate::swap::{self, Pool};

/// How much of everything.
#[derive(Clone, Copy)]
pub struct Settings {
    pub epochs: usize,
    /// How often each article comes again with other names.
    pub swaps: usize,
    /// What a sentence with distant labels counts beside one labelled by hand.
    pub distant: f32,
    /// Facts seen less often are left out.
    pub rare: u32,
    /// The L1 term of the large model, which decides what is kept.
    pub select: f32,
    /// Buckets of the small model, as a power of two, and how many cells may be used.
    pub bits: u32,
    pub cells: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            epochs: 6,
            swaps: 6,
            distant: 0.6,
            rare: 2,
            select: 1.0,
            bits: 14,
            cells: 62_000,
        }
    }
}

/// What is learned from.
pub struct Data {
    pub articles: Vec<Article>,
    pub pool: Pool,
    /// Sentences labelled by others, and the unlabelled ones with the counts of their forms.
    pub sentences: Vec<Example>,
    pub raw: Vec<String>,
    pub forms: Option<Forms>,
    pub names: Names,
    /// Lines to calibrate on.
    pub held_out: Vec<Example>,
}

impl Data {
    /// The articles of `root`, and the corpora of `outside` if a folder is given.
    pub fn read(root: &Path, outside: Option<&Path>) -> Result<Self> {
        let mut data = Self {
            articles: corpus::articles(&root.join("tests/gold/train"))?,
            pool: Pool::read(&root.join("lexicon"))?,
            sentences: Vec::new(),
            raw: Vec::new(),
            forms: None,
            names: Names::read(&root.join("lexicon"))?,
            held_out: lines(&corpus::articles(&root.join("tests/gold/dev"))?),
        };
        if let Some(outside) = outside {
            let klue = outside.join("klue-ner/train.tsv");
            let konec = outside.join("konec");
            data.sentences = corpus::klue(&klue, &konec.join("train.tsv"))?
                .into_iter()
                .map(|s| s.example)
                .collect();
            data.raw = corpus::raw(&konec.join("train_raw_sentences.tsv"))?;
            let counts = konec.join("train_form_label_freq.tsv");
            data.forms = Some(Forms::read(&counts)?);
            data.names.count(&counts)?;
        }
        Ok(data)
    }
}

/// All lines of `articles`.
pub fn lines(articles: &[Article]) -> Vec<Example> {
    articles.iter().flat_map(Article::examples).collect()
}

/// Trains; gives the bytes of the model. `say` hears what is being done.
pub fn train(mut data: Data, settings: Settings, mut say: impl FnMut(&str)) -> Result<Vec<u8>> {
    let start = Instant::now();
    let mut say = |what: String| say(&format!("{:5.0} s  {what}", start.elapsed().as_secs_f32()));
    let mut random = Random(7);
    let mut dictionary = Dictionary::default();
    let mut readings: Vec<Reading> = Vec::new();
    let known = data.names.known(1, &data.pool);
    for example in &data.sentences {
        readings.push(dictionary.learn(example, &known, false));
    }
    let plain = lines(&data.articles);
    for example in &plain {
        readings.push(dictionary.learn(example, &known, true));
    }
    let mut ours = plain.len();
    // Every second time nobody is known: most names of a text are strangers.
    let nobody = Known::default();
    for round in 0..settings.swaps {
        let known = [&known, &nobody][round % 2];
        for article in &data.articles {
            let lines = swap::swapped(article, &data.pool, &mut random);
            ours += lines.len();
            readings.extend(lines.iter().map(|l| dictionary.learn(l, known, true)));
        }
    }
    let labelled = readings.len();
    let elsewhere = data.names.known(2, &data.pool);
    for text in &data.raw {
        let example = Example::new(text.clone(), &[], 1.0).hinted();
        readings.push(dictionary.learn(&example, &elsewhere, false));
    }
    say(format!(
        "read {} sentences, {} lines of our own, {} without labels: {} facts",
        data.sentences.len(),
        ours,
        data.raw.len(),
        dictionary.hashes.len()
    ));
    let kept = dictionary.keep(settings.rare);
    for reading in &mut readings {
        reading.renumber(|id| kept[id as usize]);
    }
    let mut renamed: Vec<Reading> = Vec::new();
    for example in &data.sentences {
        if let Some(other) = swap::renamed(example, &data.pool, &mut random) {
            renamed.push(dictionary.read(&other, &nobody, false));
        }
    }
    let rows = dictionary.hashes.len();
    let rates = |l1: f32| Rates {
        alpha: 0.1,
        beta: 1.0,
        l1,
        l2: 0.5,
    };
    if let Some(forms) = &mut data.forms {
        let crf = learn(
            &mut readings[..labelled],
            rows,
            rates(0.5),
            settings.epochs,
            &mut random,
        );
        say("learned from the labelled lines; labelling the others".to_owned());
        let sequences: Vec<&Sequence> = readings[labelled..].iter().map(|r| &r.sequence).collect();
        let found = distant::label(&data.raw, &sequences, &crf, forms, 6);
        for (reading, mut example) in readings[labelled..].iter_mut().zip(found) {
            example.weight = settings.distant;
            if let Some(other) = swap::renamed(&example, &data.pool, &mut random) {
                renamed.push(dictionary.read(&other, &nobody, false));
            }
            reading.sequence.labels = example.labels;
            reading.sequence.weight = settings.distant;
        }
        say(format!("{} sentences with other names", renamed.len()));
        readings.extend(renamed);
    }
    let crf = learn(
        &mut readings,
        rows,
        rates(settings.select),
        settings.epochs,
        &mut random,
    );
    let cells = Cells::choose(&crf, &dictionary, settings.bits, settings.cells);
    drop(crf);
    say(format!(
        "learned from all lines; {} facts kept",
        cells.used()
    ));
    // What is left learns once more, looking up facts as the engine will.
    let find: Vec<u32> = dictionary.hashes.iter().map(|&h| cells.find(h)).collect();
    for reading in &mut readings {
        reading.renumber(|id| find[id as usize]);
    }
    let crf = learn_steadily(
        &mut readings,
        cells.len(),
        rates(0.1),
        settings.epochs,
        &mut random,
    );
    let temperature = calibrate(&cells, &crf, &known, &data.held_out)?;
    say(format!("done; temperature {temperature:.2}"));
    Ok(cells.parts(&crf, &known, temperature).write())
}

/// As [`learn`], with the weights averaged over the second half of the epochs.
fn learn_steadily(
    readings: &mut [Reading],
    rows: usize,
    rates: Rates,
    epochs: usize,
    random: &mut Random,
) -> Crf {
    let mut crf = Crf::new(rows, rates);
    let mut sums = Vec::new();
    let half = epochs / 2;
    for epoch in 0..epochs {
        run(&mut crf, readings, random);
        if epoch >= half {
            crf.add_to(&mut sums);
        }
    }
    crf.settle(sums, epochs - half);
    crf
}

/// Learns from `readings` in a new order every time; half are read without the lists, so
/// that the model does not lean on them.
fn learn(
    readings: &mut [Reading],
    rows: usize,
    rates: Rates,
    epochs: usize,
    random: &mut Random,
) -> Crf {
    let mut crf = Crf::new(rows, rates);
    for _ in 0..epochs {
        run(&mut crf, readings, random);
    }
    crf
}

fn run(crf: &mut Crf, readings: &mut [Reading], random: &mut Random) {
    let mut order: Vec<usize> = (0..readings.len()).collect();
    random.shuffle(&mut order);
    for &i in &order {
        let reading = &mut readings[i];
        let unlisted = random.chance(0.5);
        if unlisted {
            reading.turn();
        }
        crf.learn(&reading.sequence, COUNT);
        if unlisted {
            reading.turn();
        }
    }
}

/// The temperature at which probabilities come closest to frequencies on lines held out.
fn calibrate(cells: &Cells, crf: &Crf, known: &Known, held_out: &[Example]) -> Result<f32> {
    let mut best = (f64::MAX, 1.0);
    for step in 0..12 {
        let temperature = 0.8 + 0.15 * step as f32;
        let model = Model::read(&cells.parts(crf, known, temperature).write())?;
        let lists = Gazetteer { names: true };
        let mut guesses = evaluate::run(&model, held_out, lists, Kind::Person).1;
        guesses.extend(evaluate::run(&model, held_out, lists, Kind::Company).1);
        let loss = evaluate::loss(&guesses);
        if loss < best.0 {
            best = (loss, temperature);
        }
    }
    Ok(best.1)
}
