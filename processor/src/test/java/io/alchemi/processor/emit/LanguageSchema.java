package io.alchemi.processor.emit;

import io.alchemi.config.schema.Docs;
import io.alchemi.config.schema.RecordSchema;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaTextReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** A description with every type of value in every place where it may stand. */
public final class LanguageSchema {
    private static final String RECORDS = """
            record lab.Study
            schema lab.study file study*.yaml
            moved pause times.pause
            moved old.rate optimizer_rate
            key times times record lab.Times
            key sizes sizes record lab.Sizes
            key optimizer optimizer union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW default "{type: adam, lr: 1e-3}" alias opt
            key optimizer_rate optimizerRate double default 1
            key second second union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW nullable
            key steps steps list union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW example "[{type: sgd}]" minlength 1
            key by_name byName map union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW default {}
            key grid grid union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named example "{start: 380, stop: 780}"
            key grids grids list union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named default []
            key other_grid otherGrid union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named default "{start: 1, stop: 2}"
            key short_grid shortGrid union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named nullable default emit
            key listed_grid listedGrid union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named default "[400, 700]" alias bands
            key tree tree union lab.Tree kind 2 leaf lab.Leaf split lab.Split default "{kind: leaf, value: 1}"
            key size size union lab.Formula "" 3 mapping lab.Sum sequence lab.Product scalar lab.Value default 1
            key given given record lab.Given default "{inner: {type: adamw, lr: 0.5, decay: 0.1}, grid: {start: 5, stop: 6}}"
            key old_way oldWay int default 3 deprecated "use 'sizes'"
            key old_part oldPart record lab.Even nullable deprecated ""
            key old_union oldUnion union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW nullable deprecated "optimizer | second say it"

            record lab.Times
            key pause pause duration default 30s
            key timeout timeout duration nullable
            key day day date example 2026-01-31
            key at at instant default 2026-01-31T12:00:00Z
            key site site uri default https://example.org/data?x=1
            key days days set date default []
            key waits waits list duration default "[1s, PT5M]" minlength 2 maxlength 2
            key sites sites map uri default {}

            record lab.Sizes
            key count count biginteger default 1 min 0
            key exact exact bigdecimal default 0.1 over 0 max 1e300
            key many many long default 5 max 9007199254740992 unit samples
            key width width int default 5 min 1 unit nm
            key betas betas list double default "[0.9, 0.999]" min 0 under 1 minlength 2 maxlength 2
            key pairs pairs list list int default [] maxlength 3 min 0
            key names names set string default [] minlength 0 maxlength 3
            key numbers numbers set double default [1]
            key kinds kinds set enum lab.Kind default [float32]
            key kind_pairs kindPairs set list enum lab.Kind default []
            key points points set record lab.Even default []
            key ways ways set union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW default []
            key word word string default abc minlength 2 maxlength 5
            key code code string nullable minlength 1 maxlength 4 matches [a-z]* "small letters"
            key file file path nullable
            key calibration calibration inputof lab.calibration nullable
            key studies studies list inputof lab.study default []
            key by_site bySite map inputof lab.calibration default "{lab: calibration.yaml}"
            key rates rates enummap lab.Kind double default "{float32: 0.5}" minlength 1 maxlength 2
            key modes modes enummap lab.Mode list int default {}
            key modes_or_null modesOrNull enummap lab.Mode set enum lab.Mode nullable minlength 1
            key labels labels map string example "{a: b}" minlength 1
            key mode_pair modePair list enum lab.Mode default "[fast, slow]" minlength 2 maxlength 2
            key three three list record lab.Even default [] minlength 0 maxlength 3
            enum lab.Kind ignorecase
            constant FLOAT32 float32 fp32 float
            constant FLOAT64 float64 fp64 double
            enum lab.Mode
            constant FAST fast quick
            constant SLOW slow

            record lab.Sgd
            key lr lr double default 0.1 over 0 alias rate
            key nesterov nesterov boolean default false
            retired momentum "it is always 0.9"
            rule lrIsSmall "lr must be small" lr

            record lab.Adam
            key lr lr double example 1e-3 over 0
            key betas betas list double default "[0.9, 0.999]" min 0 under 1 minlength 2 maxlength 2

            record lab.AdamW
            key lr lr double default 1e-3 over 0
            key decay decay double example 0.01 min 0
            key grid grid record lab.Even nullable

            record lab.Even
            key start start double example 380 unit nm
            key stop stop double example 2500 unit nm
            key num num int default 10 min 2

            record lab.Listed
            key values values list double min 0 example "[400, 500]" minlength 1

            record lab.Named
            key name name string matches emit|enmap "emit or enmap" suggest emit suggest enmap example emit

            record lab.Leaf
            key value value double example 1

            record lab.Split
            key left left union lab.Tree kind 2 leaf lab.Leaf split lab.Split example "{kind: leaf, value: 1}"
            key others others list union lab.Tree kind 2 leaf lab.Leaf split lab.Split default []
            key last last union lab.Tree kind 2 leaf lab.Leaf split lab.Split nullable

            record lab.Sum
            key first first union lab.Formula "" 3 mapping lab.Sum sequence lab.Product scalar lab.Value example 1
            key second second union lab.Formula "" 3 mapping lab.Sum sequence lab.Product scalar lab.Value default "[1, 2]"

            record lab.Product
            key factors factors list union lab.Formula "" 3 mapping lab.Sum sequence lab.Product scalar lab.Value example "[1, 2]"

            record lab.Value
            key number number int min 1 example 1

            record lab.Given
            key inner inner union lab.Optimizer type 3 sgd lab.Sgd adam lab.Adam adamw lab.AdamW default "{type: adam, lr: 2}"
            key grid grid union lab.Grid "" 3 mapping lab.Even sequence lab.Listed scalar lab.Named default emit
            """;

    private static final String CONDITIONS = """
            record lab.Stores
            schema lab.stores file stores*.yaml
            key store store record lab.Store nullable
            key stores stores list record lab.Store default []
            key place place record lab.Store default "{way: FAST, bucket: b, separator: x}"

            record lab.Store
            key way way enum lab.Way example slow alias mode
            key bucket bucket string nullable example b requiredif way fast alias bin
            key encrypted encrypted boolean default false
            key secret secret record lab.Area nullable example "{start: 1, stop: 2}" requiredif encrypted true
            key format format string default csv minlength 1
            key separator separator string nullable example ; requiredif format csv
            enum lab.Way ignorecase
            constant FAST fast quick
            constant SLOW slow
            deprecated "use 'fast'"

            record lab.Area
            key start start double example 380 unit nm
            key stop stop double example 2500 unit nm
            """;

    private static final String SECRETS = """
            record lab.Deploy
            schema lab.deploy file deploy*.yaml
            key host host string format ipv4 default 127.0.0.1
            key token token secret minlength 4 maxlength 12 matches [a-z-]+ "small letters" example change-me alias password
            key spare spare secret nullable
            key headers headers map secret default {}
            key keys keys set secret default []
            key client client record lab.Client nullable
            key auth auth union lab.Auth "" 2 mapping lab.Login scalar lab.Token nullable
            key auths auths list union lab.Auth "" 2 mapping lab.Login scalar lab.Token default []
            key pins pins map union lab.Pin "" 2 scalar lab.Token scalar lab.Number default {}

            record lab.Client
            key secret secret secret example "{file: key.txt}"

            record lab.Login
            key user user string example ada
            key realm realm string default x

            record lab.Token
            key token token secret example "{file: token.txt}"

            record lab.Number
            key number number int example 1
            """;

    private static final String FORMS = """
            record lab.Forms
            schema lab.forms file forms*.yaml
            key source source union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket example "{file: a.csv}"
            key cache cache union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket default "{url: u, token: t}"
            key backup backup union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket nullable
            key sources sources list union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket default []
            key by_name byName map union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket default {} alias named
            key copy copy record lab.Copy default "{from: {file: b.csv}}"
            key port port union lab.Port "" 2 scalar lab.Number scalar lab.Service default http
            key level level union lab.Level "" 5 scalar lab.Rank scalar lab.Name scalar lab.Switch sequence lab.Ranks mapping lab.Between default 3
            key levels levels list union lab.Level "" 5 scalar lab.Rank scalar lab.Name scalar lab.Switch sequence lab.Ranks mapping lab.Between default []

            record lab.Local
            key file file path example a.csv alias path
            key compress compress boolean default false

            record lab.Remote
            key url url string minlength 1 example https://example.org/a.csv
            key token token string example secret
            key timeout timeout duration default 30s
            key compress compress boolean default true

            record lab.Bucket
            key s3 s3 record lab.S3
            retired region "it is not needed"

            record lab.S3
            key name name string example spectra

            record lab.Copy
            key from from union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket default "{url: x, token: y, timeout: 1s}"
            key to to union lab.Source "" 3 mapping lab.Local mapping lab.Remote mapping lab.Bucket default "{file: c.csv, compress: true}"

            record lab.Number
            key number number int min 1 max 65535 example 8080

            record lab.Service
            key service service enum lab.Known example http
            enum lab.Known
            constant HTTP http
            constant HTTPS https

            record lab.Rank
            key rank rank double min 0 example 1

            record lab.Name
            key name name string minlength 2 example info

            record lab.Switch
            key on on boolean example true

            record lab.Ranks
            key ranks ranks list int example [1] minlength 1

            record lab.Between
            key low low int example 1
            key high high int example 5
            """;

    private static final String MOVES = """
            record lab.Fleet
            schema lab.fleet file fleet*.yaml
            moved host main.address.host
            moved main.quick fast
            key main main record lab.Service
            key fast fast boolean default false
            key preset preset record lab.Service default "{http: {timeout: 3}, address: {host: h}}"
            key all all list record lab.Service default []
            key store store union lab.Store type 2 near lab.Near far lab.Far example "{type: near, area: {start: 1, stop: 2}}"
            key usual usual union lab.Store type 2 near lab.Near far lab.Far default "{type: near, area: {start: 1, stop: 2}}"
            key stores stores list union lab.Store type 2 near lab.Near far lab.Far default []
            key chain chain record lab.Link nullable
            key sources sources list union lab.Source "" 2 mapping lab.Local mapping lab.Remote default []
            key source source union lab.Source "" 2 mapping lab.Local mapping lab.Remote default "{file: a.csv}"

            record lab.Service
            moved timeout http.timeout
            moved legacy.tries http.retries
            moved contact address
            moved owner address.host
            moved http.secure tls
            key http http record lab.Http alias web
            key address address record lab.Address
            key tls tls boolean default false

            record lab.Http
            key timeout timeout int example 5 min 1
            key retries retries int default 3

            record lab.Address
            moved name host
            key host host string example h
            key port port int default 80

            record lab.Near
            moved start area.start
            key area area record lab.Area

            record lab.Far
            moved begin area.start
            moved area.length area.stop
            key area area record lab.Area
            key url url string nullable

            record lab.Area
            key start start double example 380 unit nm
            key stop stop double example 2500 unit nm

            record lab.Link
            moved length next.size
            moved mass next.weight
            key size size int default 1
            key weight weight int example 2
            key next next record lab.Link nullable

            record lab.Local
            moved path file
            key file file string example a.csv
            key compress compress boolean default false

            record lab.Remote
            moved link.address url
            key url url string example https://example.org/a.csv
            key compress compress boolean default true
            """;

    private static final String GENERICS = """
            record lab.Plan
            schema lab.plan file plan*.yaml
            key size size record lab.Range<java.lang.Integer> example "{min: 1, max: 5}"
            key waits waits list record lab.Range<java.time.Duration> default []
            key rates rates map record lab.Range<java.lang.Double> default "{a: {min: 0.5, max: 1}}"
            key both both record lab.Pair<lab.Range<java.lang.Integer>,lab.RangeOfInteger> nullable
            key kinds kinds set record lab.Range<lab.Kind> default []
            key tree tree record lab.Tree<java.lang.String> default "{value: root}"
            key other other record lab.RangeOfInteger

            record lab.Range<java.lang.Integer>
            key min min int
            key max max int alias upto
            key steps steps int default 3 min 1

            record lab.Range<java.time.Duration>
            key min min duration
            key max max duration alias upto
            key steps steps int default 3 min 1

            record lab.Range<java.lang.Double>
            key min min double
            key max max double alias upto
            key steps steps int default 3 min 1

            record lab.Range<lab.Kind>
            key min min enum lab.Kind
            key max max enum lab.Kind alias upto
            key steps steps int default 3 min 1
            enum lab.Kind
            constant LOW low
            constant HIGH high

            record lab.Pair<lab.Range<java.lang.Integer>,lab.RangeOfInteger>
            key first first record lab.Range<java.lang.Integer>
            key second second record lab.RangeOfInteger

            record lab.Tree<java.lang.String>
            key value value string
            key children children list record lab.Tree<java.lang.String> default []

            record lab.RangeOfInteger
            key x x int example 1
            """;

    private static final String DOCS = """
            lab.Study\t\tA study with every kind of value.
            lab.Study\toptimizer\thow **the** parameters are found, as List<Step> in `x < y`. Either\\n- at once, or\\n- in steps:\\n\\n```\\nsteps:\\n  - {type: sgd}\\n```\\n\\nNever both.
            lab.Study\tsteps\tone after another
            lab.Study\tgrid\twavelengths, even, listed, or those of a sensor
            lab.Study\tsize\ta formula
            lab.Times\tpause\twaits between two tries
            lab.Sizes\tcalibration\thow the sensor was calibrated
            lab.Sizes\tbetas\tdecay of the moments
            lab.Sizes\tlab.Kind=float32\tsingle precision
            lab.Sizes\tlab.Kind=float64\tdouble precision
            lab.Sizes\tkinds\twhat is compared
            lab.Sgd\t\tStochastic gradient descent. It has no memory.
            lab.Sgd\tlr\tstep size
            lab.Adam\t\tAdam.
            lab.AdamW\t\tAdam with decay that is decoupled.
            lab.Even\t\tAn even grid.
            lab.Even\tstart\tfirst wavelength
            lab.Listed\t\tEvery wavelength.
            lab.Named\t\tThe grid of a sensor.
            lab.Forms\tsource\twhere the spectra are
            lab.Local\t\tA file of this machine.
            lab.Remote\t\tA file behind a URL.
            lab.Rank\t\tA rank, the higher the better.
            """;

    private LanguageSchema() {}

    /** The schema. */
    public static Schema get() {
        return read(RECORDS);
    }

    /** A schema with keys that others require. */
    public static Schema conditions() {
        return read(CONDITIONS);
    }

    /** A schema with secrets. */
    public static Schema secrets() {
        return read(SECRETS);
    }

    /** A schema with unions whose branches differ by their keys or by the type of a scalar. */
    public static Schema forms() {
        return read(FORMS);
    }

    /** A schema with applications of generic records. */
    public static Schema generics() {
        return read(GENERICS);
    }

    /** A schema whose records move keys in every place where a record may be. */
    public static Schema moves() {
        return read(MOVES);
    }

    private static Schema read(String texts) {
        Map<String, RecordSchema> records = new LinkedHashMap<>();
        for (String text : texts.split("\n\n", -1)) {
            RecordSchema record = SchemaTextReader.read("alchemi 1\n" + text.strip() + "\n");
            records.put(record.type(), record);
        }
        Map<String, StringBuilder> docs = new LinkedHashMap<>();
        DOCS.lines().forEach(line -> {
            String type = line.substring(0, line.indexOf('\t'));
            docs.computeIfAbsent(type, unmet -> new StringBuilder())
                    .append(line, type.length() + 1, line.length())
                    .append('\n');
        });
        Map<String, Docs> read = new LinkedHashMap<>();
        docs.forEach((type, text) -> read.put(type, Docs.read(text.toString())));
        return new Schema(records.values().iterator().next(), records, type -> read.getOrDefault(type, Docs.empty()));
    }
}
