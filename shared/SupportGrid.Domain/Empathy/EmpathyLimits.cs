namespace SupportGrid.Domain.Empathy;

/// <summary>Limits of what an interaction keeps of its empathy, and of what a policy may ask for.</summary>
public static class EmpathyLimits
{
    /// <summary>
    /// Probabilities, levels and shares are whole parts of a thousand, so that they replay to the same bytes.
    /// </summary>
    public const int Permille = 1_000;

    /// <summary>Emotions of one reading, the likeliest first.</summary>
    public const int EmotionsMax = 6;

    /// <summary>Spans of evidence of one reading.</summary>
    public const int EvidenceMax = 3;

    /// <summary>Rules of one reading that hold; there are fewer rules than that.</summary>
    public const int RulesMax = 32;

    /// <summary>Facts of effort of one reading, the strongest first.</summary>
    public const int EffortMax = 16;

    /// <summary>UTF-16 characters of the id of a rule, a model or a label.</summary>
    public const int NameLengthMax = 64;

    /// <summary>
    /// Customer's turns, the last ones, whose readings may be revised: what was said before that moves nobody any more.
    /// </summary>
    public const int RevisableTurnsMax = 4;

    /// <summary>How long after a turn was said its reading may be revised.</summary>
    public static readonly TimeSpan RevisableFor = TimeSpan.FromSeconds(60);

    /// <summary>Customer's turns that a move of the trajectory may name.</summary>
    public const int RecentTurnsMax = 8;

    /// <summary>Turns named by one move of the trajectory.</summary>
    public const int MovedByMax = 3;

    /// <summary>Cues of one interaction kept in its state, newest last; the log keeps all.</summary>
    public const int CuesKeptMax = 32;

    /// <summary>
    /// Cues of one interaction. At the least allowed distance it takes several thousand turns to get there.
    /// </summary>
    public const int CuesMax = 2_000;

    /// <summary>Cues that an agent sees at a time; the oldest gives way.</summary>
    public const int OpenCuesMax = 8;

    /// <summary>Causes of cues remembered for one interaction, newest last.</summary>
    public const int CausesKeptMax = 128;

    /// <summary>Turns of the agent in which an acknowledgement still counts, the first being in time.</summary>
    public const int AgentTurnsToAnswerMax = 2;

    /// <summary>Pieces of evidence on one cue.</summary>
    public const int CueEvidenceMax = 4;

    public const int TurnsPerCueMax = 50;

    /// <summary>Lowest level, in permille, that may be called strained: below it everybody would be.</summary>
    public const int StrainedFromMin = 150;

    /// <summary>Lowest probability, in permille, at which a cue of a model may be shown.</summary>
    public const int ShowFromMin = 300;

    public const int CooldownTurnsMax = 200;

    public const int ExpiryTurnsMax = 50;

    /// <summary>Rules named by one classification of needs.</summary>
    public const int NeedRulesMax = 8;

    /// <summary>
    /// Minutes of waiting by which a customer in distress may go before others at most: the points of distress are no
    /// more than ageing adds in that time.
    /// </summary>
    public const int DistressMinutesMax = 60;

    /// <summary>Hard spells that an agent's load is made of; older ones give way.</summary>
    public const int HardSpellsMax = 50;

    /// <summary>A hard spell counts no longer than a day.</summary>
    public const int HardSpellMsMax = 86_400_000;

    /// <summary>A hard spell is told of again while it lasts, and noted when it has grown by so much.</summary>
    public const int HardSpellGrowthMs = 60_000;

    /// <summary>Half-lives after which a hard spell is forgotten.</summary>
    public const int HalfLivesKept = 10;

    /// <summary>Experiences kept with a customer, newest last.</summary>
    public const int ExperiencesMax = 20;
}
