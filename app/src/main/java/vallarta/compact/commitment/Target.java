package vallarta.compact.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// By what it can be seen that a commitment was kept.
///
/// @param id number in the register, 0 for one that is not written yet
/// @param indicator what is measured, in words
/// @param sdgIndicator code of an indicator of the 2030 Agenda (`10.7.2`), or empty
/// @param baseline where it starts from, null when nobody said it
/// @param baselineOn when it was measured, null when nobody said it
/// @param value what is to be reached, null when nobody said it
/// @param unit of both values, or empty
/// @param due by when, null for the time frame of the commitment
public record Target(
    long id,
    String indicator,
    String sdgIndicator,
    @Nullable BigDecimal baseline,
    @Nullable LocalDate baselineOn,
    @Nullable BigDecimal value,
    String unit,
    @Nullable LocalDate due) {}
