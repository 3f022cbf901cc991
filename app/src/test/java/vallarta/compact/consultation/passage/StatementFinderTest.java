package vallarta.compact.consultation.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vallarta.compact.language.Language;

final class StatementFinderTest {

  private static final PassageSplitter SPLITTER = new PassageSplitter();
  private static final StatementFinder FINDER = new StatementFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | ASK | Cities should open their schools to newcomers.",
        "EN | ASK | This should not be delayed.",
        "EN | ASK | Continue to train border guards.",
        "EN | ASK | That the government ratify the convention.",
        "EN | ASK | It is needed to inform newcomers about their rights.",
        "EN | ASK | The group stressed the need of safe pathways.",
        "EN | UNDERTAKING | We commit to ending the detention of children.",
        "EN | UNDERTAKING | The Government will adopt a plan next year.",
        "EN | CONCERN | Arvenia is deeply concerned about the fate of stranded workers.",
        "EN | CONCERN | The unions deplored the lack of inspections.",
        "EN | PRACTICE | Sundmark has established a one-stop office for new residents.",
        "EN | FACT | Remittances reached 12 per cent of the national income last year.",
        "EN | FACT | Migrants are employers as well as employees in these towns.",
        "FR | ASK | Les villes devraient ouvrir leurs écoles.",
        "FR | ASK | Ratifier la Convention sur les travailleurs migrants.",
        "FR | ASK | Il est nécessaire de former les juges.",
        "FR | UNDERTAKING | Nous nous engageons à mettre fin à cette pratique.",
        "FR | UNDERTAKING | Le pays s'engage à ratifier la Convention.",
        "FR | CONCERN | Le syndicat est préoccupé par la situation des saisonniers.",
        "FR | PRACTICE | La région a mis en place un guichet unique.",
        "FR | FACT | Les migrants représentent 12 % de la population.",
        "ES | ASK | Los municipios deben abrir sus escuelas.",
        "ES | ASK | Ratificar la Convención sobre los trabajadores migratorios.",
        "ES | ASK | Instamos a los Estados a que actúen.",
        "ES | UNDERTAKING | Nos comprometemos a poner fin a esta práctica.",
        "ES | CONCERN | Nos preocupa la situación de los temporeros.",
        "ES | PRACTICE | La región ha creado una ventanilla única.",
        "ES | FACT | Los migrantes representan el 12 % de la población.",
        "RU | ASK | Государствам следует открыть школы.",
        "RU | ASK | Ратифицировать Конвенцию о правах трудящихся-мигрантов.",
        "RU | ASK | Мы призываем все стороны действовать.",
        "RU | UNDERTAKING | Мы обязуемся прекратить эту практику.",
        "RU | CONCERN | Профсоюз глубоко обеспокоен положением сезонных рабочих.",
        "RU | PRACTICE | Область создала единое окно для приезжих.",
        "RU | FACT | Мигранты составляют 12 процентов населения страны.",
        "ZH | ASK | 各国应开放学校。",
        "ZH | ASK | 批准《移徙工人公约》。",
        "ZH | ASK | 继续努力改善移民的处境。",
        "ZH | UNDERTAKING | 我们承诺结束这种做法。",
        "ZH | CONCERN | 工会对季节工的处境深表关切。",
        "ZH | PRACTICE | 该地区设立了一站式服务中心。",
        "ZH | FACT | 移民占该国总人口的12%。",
        "AR | ASK | ينبغي للدول أن تفتح المدارس.",
        "AR | ASK | التصديق على اتفاقية العمال المهاجرين.",
        "AR | ASK | ندعو جميع الدول إلى العمل.",
        "AR | UNDERTAKING | نتعهد بإنهاء هذه الممارسة.",
        "AR | CONCERN | تعرب النقابة عن قلقها إزاء وضع العمال الموسميين.",
        "AR | PRACTICE | أنشأت المنطقة مركزا للقادمين الجدد.",
        "AR | FACT | يمثل المهاجرون 12 في المائة من سكان البلد.",
      })
  void tellsWhatASentenceDoes(Language language, Kind kind, String text) {
    assertThat(find(text, language)).extracting(FoundStatement::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | The meeting was held on 4 May in the town hall.",
        "EN | I thank the Chair and congratulate her on her election.",
        "EN | Allow me to begin with a story about my village.",
        "EN | Provisional agenda",
        "EN | It should be noted that the text is long.",
        "EN | Support for the family",
        "EN | Violence against women",
        "EN | The needs of the town were many.",
        "FR | La réunion s'est tenue à la mairie.",
        "FR | Permettez-moi de remercier la Présidente.",
        "ES | La reunión se celebró en el ayuntamiento.",
        "ES | Permítanme felicitar a la Presidenta.",
        "RU | Заседание состоялось в ратуше.",
        "RU | Позвольте мне поздравить Председателя.",
        "ZH | 会议于5月4日在市政厅举行。",
        "ZH | 请允许我祝贺主席女士。",
        "AR | عقدت اللجنة جلستها في دار البلدية.",
      })
  void leavesProcedureThanksAndTitlesOut(Language language, String text) {
    assertThat(find(text, language)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | The panellists asked for better data. | panellists",
        "EN | In the second session, the rapporteur of the port cities said that homes must be built. | rapporteur of the port cities",
        "EN | Ms. Ilse Tarn, Mayor of Port Elden, stressed that rents must fall. | Ms. Ilse Tarn",
        "EN | According to the Seafarers' League, 300 people were stranded. | Seafarers' League",
        "EN | JS3 recommended that Arvenia train its judges. | JS3",
        "EN | We must act now. | ''",
        "EN | It was recommended that judges be trained. | ''",
        "FR | Le Comité a recommandé que des juges soient formés. | Comité",
        "ES | El Comité recomendó que se formaran jueces. | Comité",
        "RU | Комитет рекомендовал подготовить судей. | Комитет",
        "ZH | 委员会建议该国培训法官。 | 委员会",
        "AR | أوصت اللجنة بأن تدرب الدولة القضاة. | اللجنة",
      })
  void namesTheSpeaker(Language language, String text, String speaker) {
    assertThat(find(text, language)).extracting(FoundStatement::speaker).containsExactly(speaker);
  }

  @Test
  void takesTheSpeakerBeforeForAPronounAndForWhatGoesOn() {
    List<FoundStatement> found =
        find(
            "The river towns group asked for bridges. They stressed the need for ferries. The ports"
                + " should be dredged.\n\nThe harbour must be lit.",
            Language.EN);

    assertThat(found)
        .extracting(FoundStatement::speaker)
        .containsExactly("river towns group", "river towns group", "river towns group", "");
  }

  @Test
  void knowsAPersonByTheSurnameLater() {
    List<FoundStatement> found =
        find(
            "Ana Maria Velk urged the council to act.\n\nHowever, Velk stressed that rents must fall.",
            Language.EN);

    assertThat(found.getLast().speaker()).isEqualTo("Ana Maria Velk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | The league calls on Member States to open ports. | Member States",
        "EN | The league urged Arvenia to open its ports. | Arvenia",
        "EN | JS3 recommended that Arvenia open its ports. | Arvenia",
        "EN | The governments should support towns. | governments",
        "EN | The GCM should encourage towns to plan. | GCM",
        "EN | The return must be dignified. | ''",
        "EN | It should rest on law. | ''",
        "EN | We must act. | ''",
        "EN | Further strengthen awareness of the need to plan. | ''",
        "FR | La ligue appelle les États Membres à ouvrir les ports. | États Membres",
        "ES | La liga insta a los Estados Miembros a que abran los puertos. | Estados Miembros",
        "RU | Лига призывает государства-члены открыть порты. | государства-члены",
        "ZH | 联盟呼吁会员国采取行动。 | 会员国",
        "AR | تدعو الرابطة الدول الأعضاء إلى فتح الموانئ. | الدول الأعضاء",
      })
  void namesWhoIsAsked(Language language, String text, String addressee) {
    assertThat(find(text, language))
        .extracting(FoundStatement::addressee)
        .containsExactly(addressee);
  }

  @Test
  void givesItemsTheKindSpeakerAndAddresseeOfTheirLead() {
    List<FoundStatement> found =
        find(
            "The league calls on Arvenia to:\n\n(a) open ports;\n\n(b) more ferries.", Language.EN);

    assertThat(found).extracting(FoundStatement::kind).containsOnly(Kind.ASK).hasSize(2);
    assertThat(found).extracting(FoundStatement::addressee).containsOnly("Arvenia");
    assertThat(found).extracting(FoundStatement::speaker).containsOnly("league");
  }

  @Test
  void namesTheStatesThatRecommend() {
    List<FoundStatement> found =
        find("121.1 Ratify the treaty (CTW) (Arvenia) (Republic of Sundmark);", Language.EN);

    assertThat(found.getFirst().speaker()).isEqualTo("Arvenia; Republic of Sundmark");
  }

  @Test
  void takesHeadingsAndTheLeadSentenceAsContext() {
    List<FoundStatement> found =
        find(
            "# Second day\n\nThe community group spoke about towns. Schools should open.",
            Language.EN);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().context())
        .isEqualTo("Second day / The community group spoke about towns.");
  }

  @Test
  void limitsTheContext() {
    List<FoundStatement> found =
        find("The group spoke " + "of towns and towns ".repeat(60) + ". It must act.", Language.EN);

    assertThat(found.getLast().context().length()).isBetween(300, StatementFinder.LONGEST_CONTEXT);
  }

  @Test
  void takesARowForAStatementEvenWithoutCues() {
    Passage row = SPLITTER.whole("Universal lower secondary education");

    assertThat(FINDER.findWhole(row, Kind.UNDERTAKING, Language.EN).kind())
        .isEqualTo(Kind.UNDERTAKING);
  }

  private static List<FoundStatement> find(String text, Language language) {
    return FINDER.find(SPLITTER.split(PlainText.read(text), language), language);
  }
}
