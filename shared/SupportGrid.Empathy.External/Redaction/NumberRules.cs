namespace SupportGrid.Empathy.External.Redaction;

/// <summary>
/// Long numbers, however they are grouped: cards and identity cards by their check digits, telephone numbers by their
/// form, and every other number of seven digits or more. Feelings are not in digits: too many taken out do no harm.
/// </summary>
internal static class NumberRules
{
    private const int DigitsMin = 7;
    private const int PhoneDigitsMax = 15;
    private const int SeparatorsInARowMax = 3;

    public static void Find(Finds finds)
    {
        var text = finds.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || !finds.IsFree(i, 1))
            {
                continue;
            }

            var run = Run.From(finds, i);
            Judge(finds, run);
            i = run.End;
        }
    }

    private static void Judge(Finds finds, Run run)
    {
        if (run.Digits.Length < DigitsMin)
        {
            return;
        }

        var hasPlus = run.Start > 0 && finds.Text[run.Start - 1] == '+' && finds.IsFree(run.Start - 1, 1);
        var begin = hasPlus ? run.Start - 1 : run.Start;
        if (!hasPlus || run.Digits.Length > PhoneDigitsMax)
        {
            const int IdLength = CheckDigits.ChineseIdCharacters;
            FindInside(finds, run, IdLength, IdLength, PersonalDataKind.Id);
            FindInside(finds, run, CheckDigits.CardDigitsMin, CheckDigits.CardDigitsMax, PersonalDataKind.Card);
        }

        if (finds.IsFree(run.Start, 1))
        {
            finds.Add(begin, run.End - begin, IsPhone(run, begin) ? PersonalDataKind.Phone : PersonalDataKind.Number);
        }
        else
        {
            // Part of it is a card: the rest stands beside one and goes with it.
            finds.Add(run.Start, run.End - run.Start, PersonalDataKind.Number);
        }
    }

    /// <summary>Cards and identity cards may have other digits before and behind: a date, a security code.</summary>
    private static void FindInside(Finds finds, Run run, int lengthMin, int lengthMax, PersonalDataKind kind)
    {
        for (var first = 0; first + lengthMin <= run.Digits.Length; first++)
        {
            if (!run.BeginsGroup(first))
            {
                continue;
            }

            for (var length = Math.Min(lengthMax, run.Digits.Length - first); length >= lengthMin; length--)
            {
                var digits = run.Digits.AsSpan(first, length);
                var start = run.Positions[first];
                var end = run.Positions[first + length - 1] + 1;
                var isMatch = kind == PersonalDataKind.Card
                    ? !digits.Contains('X') && CheckDigits.IsCard(digits)
                    : CheckDigits.IsChineseId(digits);
                if (isMatch && run.EndsGroup(first + length - 1) && finds.IsFree(start, end - start))
                {
                    finds.Add(start, end - start, kind);
                    first += length - 1;
                    break;
                }
            }
        }
    }

    private static bool IsPhone(Run run, int begin)
    {
        var digits = run.Digits;
        return digits.Length <= PhoneDigitsMax
            && !digits.Contains('X', StringComparison.Ordinal)
            && (begin < run.Start
                || digits[0] == '0'
                || IsChineseMobile(digits)
                || (run.IsGrouped && digits.Length is >= DigitsMin and <= 12)
                || digits.Length == 10);
    }

    private static bool IsChineseMobile(string digits)
    {
        var local = digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
        return local.Length == 11 && local[0] == '1' && local[1] is >= '3' and <= '9';
    }

    /// <summary>Digits that belong together: up to three separators may stand between two of them.</summary>
    private sealed record Run(int Start, int End, string Digits, int[] Positions)
    {
        public bool IsGrouped => End - Start > Digits.Length;

        public static Run From(Finds finds, int start)
        {
            var text = finds.Text;
            var digits = new List<char>();
            var positions = new List<int>();
            var gap = 0;
            for (var i = start; i < text.Length && finds.IsFree(i, 1); i++)
            {
                if (char.IsAsciiDigit(text[i]) || IsCheckLetter(text, i, digits.Count))
                {
                    digits.Add(char.ToUpperInvariant(text[i]));
                    positions.Add(i);
                    gap = 0;
                }
                else if (!IsSeparator(text[i]) || ++gap > SeparatorsInARowMax)
                {
                    break;
                }
            }

            return new Run(start, positions[^1] + 1, string.Concat(digits), [.. positions]);
        }

        public bool BeginsGroup(int index) => index == 0 || Positions[index] > Positions[index - 1] + 1;

        public bool EndsGroup(int index) =>
            index == Digits.Length - 1 || Positions[index + 1] > Positions[index] + 1;

        private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '(' or ')' or '/' or '_' or '*' or '\t';

        /// <summary>The X that ends a Chinese identity card.</summary>
        private static bool IsCheckLetter(string text, int index, int before) =>
            before == CheckDigits.ChineseIdCharacters - 1
            && text[index] is 'x' or 'X'
            && (index + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[index + 1]));
    }
}
