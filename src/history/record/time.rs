//! A moment as a line has it.

use jiff::Zoned;
use jiff::fmt::temporal::{DateTimePrinter, Pieces};
use jiff::tz::TimeZone;

/// The moment that a line has, in its zone if this machine knows it and agrees with the line on
/// its offset; else at the offset alone, so that a change of a zone's rules moves no past session
/// to another day.
pub(in crate::history) fn when(text: &str) -> Option<Zoned> {
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.to_numeric_offset()?;
    let local = pieces.date().to_datetime(pieces.time()?);
    let time = offset.to_timestamp(local).ok()?;
    let zone = match pieces.to_time_zone() {
        Ok(Some(zone)) if zone.to_offset(time) == offset => zone,
        _ => TimeZone::fixed(offset),
    };
    Some(time.to_zoned(zone))
}

/// A moment as a line has it, with offset and zone, to the millisecond.
pub(in crate::history) fn time_text(time: &Zoned) -> String {
    const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(3));
    PRINTER.zoned_to_string(time)
}
