"""The first texts in Spanish."""

ABOUT = """\
Esta mesa verifica afirmaciones que están en las noticias. Lee lo que publicaron los medios, señala quién dijo qué
con las palabras exactas del artículo y pone lo que habla a favor de una afirmación junto a lo que habla en contra.

### En qué se fija

- Quién lo dice: con nombre o sin él; cuántas personas; con su nombre o sin citarlo.
- De dónde viene: una reproducción no es una segunda fuente y nunca se cuenta como tal.
- Qué falta: un desmentido que la primera versión lleva y una reproducción omite se muestra como omitido.

### Quién responde

Una persona escribe el veredicto y otra lo aprueba. Ambas figuran al pie. Lo que se cambia después de publicar se dice
al principio de la página, y el texto anterior sigue disponible.
"""

PEOPLE = """\
### Quién decide

[[Nombre y función de quien responde por lo que se publica, por ejemplo la dirección.]]

### Quién verifica

[[Nombres, funciones y una línea sobre la experiencia de quienes escriben o revisan veredictos. Diga quién trabaja a
tiempo completo.]]

### Intereses

[[Afiliaciones, cargos y trabajos para terceros que toquen lo que se verifica; dígalo también si no los hay.]]
"""

FUNDING = """\
### De quién es la mesa

[[El nombre y la forma jurídica, dónde está registrada y quién es su dueño o la gobierna.]]

### Quién la paga

[[Cada fuente que aportó más de una vigésima parte del dinero del último año, con el año y la proporción; subvenciones y
contratos por su nombre.]]

### Lo que el dinero no compra

[[Quién decide qué se verifica y cómo se califica, y cómo se mantiene aparte de quien paga.]]
"""

NON_PARTISANSHIP = """\
### Cómo se eligen las afirmaciones

[[Según qué criterios elige la mesa lo que verifica: alcance, daño, duda; y cómo cuida que no falte ningún lado.]]

### Lo mismo para todos

[[Que las mismas fuentes, pasos y calificaciones valen sea quien sea quien afirma, y cómo revisan a quién verificaron.]]

### Lo que nuestra gente no puede hacer

[[Reglas sobre militancia, campañas, apoyos y donaciones, para la mesa y para cada persona.]]
"""

METHODOLOGY = """\
La mesa verifica afirmaciones: frases sueltas a favor o en contra de las cuales hay declaraciones publicadas. Lee
lo que publicaron los medios, señala quién dijo qué con las palabras exactas del artículo y pone las declaraciones a
favor junto a las que están en contra.

Las fuentes se cuentan por noticia, nunca por artículo. Una reproducción no es una segunda fuente: la misma información
en dos periódicos es una noticia. Las personas a las que una noticia no nombra cuentan por el número que ella da:
«cuatro personas» son cuatro, en cuantos periódicos aparezcan. De cada declaración se dice cómo está respaldada: con
nombre o sin citarlo, en estilo directo o indirecto.

Importa lo que una reproducción omite. Donde una noticia se publicó más de una vez, cada declaración se busca en todas
las versiones, y la página dice cuáles la llevan, cuáles la cambian de palabras y cuáles la omiten.

Una persona escribe el veredicto y dice en qué se apoya. Otra, que no fue la última en cambiar el texto, lo lee frente a
las pruebas y lo publica. Nadie publica sus propias palabras. Para algunos veredictos otra persona califica también la
afirmación, solo por las declaraciones y las pruebas; si su calificación difiere, se resuelve antes de publicar.

Las páginas muestran la frase que rodea cada declaración y llevan al medio que la publicó, para que cualquiera pueda
comprobarlo.
"""

COMPLAINTS = """\
### Qué corregimos y cómo

Un texto publicado nunca cambia en silencio. Cada cambio es una revisión nueva con una nota que dice qué cambió y por
qué, y figura en el veredicto y en la [lista de correcciones](../../corrections/). El texto anterior sigue disponible,
con las palabras cambiadas señaladas.

- **Actualizado**: se sabe algo nuevo.
- **Aclarado**: el texto podía entenderse mal; los hechos eran correctos.
- **Corregido**: algo estaba mal.
- **Retirado**: el veredicto ya no vale. Su página permanece, lo dice en primer lugar y conserva el texto retirado. Lo
  deciden dos personas, o una si es urgente; la página lo dice.

### Cómo comunicar un error

Puede hacerlo cualquiera: cada veredicto lleva a un formulario que no pide cuenta ni nombre. Alguien de la mesa
lee cada aviso y lo contesta. Si deja una dirección de correo, la respuesta va allí; si no, la dice la página que verá
después de enviarlo.
"""

DIVERSITY = """\
### Quién trabaja aquí

[[A quién refleja la mesa y quién le falta: lenguas, regiones, orígenes; y qué hacen al respecto.]]

### A quién se escucha

[[Cómo cuidan que las fuentes y las personas afectadas no sean siempre las mismas.]]
"""

PRIVACY = """\
### Leer

Puede leer todas las páginas sin cuenta. Las páginas para lectores no ponen cookies, no cargan nada de otros sitios y no
ejecutan ningún programa que le cuente o le siga. El sistema no anota quién leyó qué.

### Escribirnos

Lo que envía con un formulario de este sitio se guarda con los registros de la mesa, junto con la página a la que
se refiere. La dirección de correo se pide solo para poder contestarle, nunca se muestra fuera de la mesa, se
guarda aparte de sus palabras y se borra tras un plazo que el formulario indica. Contra envíos masivos se guarda
durante un día un código del que no se puede leer su dirección de red.

### Personas citadas

Los veredictos citan lo publicado, con el nombre con que se publicó. Si algo sobre usted está mal, comuníquelo como
error.
"""

ACCESSIBILITY = """\
### Qué nos proponemos

Este sitio está hecho para cumplir las Pautas de Accesibilidad para el Contenido Web 2.2, nivel AA. Funciona solo con el
teclado, con lector de pantalla, sin programas, ampliado cuatro veces y en pantallas estrechas, con colores claros y
oscuros. El color nunca es la única señal, y lo que cambió entre dos textos se dice también con palabras.

### Lo que sabemos que falta

Las imágenes entre las pruebas llevan la descripción que escribió su editor; los vídeos y mensajes de terceros se
abren en los sitios que los guardan y son tan accesibles como ellos.

### Si algo le impide el paso

Comuníquelo como un error, con el formulario de abajo. Contestamos y le enviamos en otra forma lo que no pudo alcanzar.
"""

LICENCE = """\
### Qué puede hacer con nuestros textos

[[La licencia de los veredictos y de los datos, con su dirección, por ejemplo
<https://creativecommons.org/licenses/by/4.0/>.]]

### Cómo nombrarnos

[[La línea que quieren ver, por ejemplo el nombre de la mesa con un enlace al veredicto.]]

### Lo que no es nuestro

Las citas pertenecen a los medios que las imprimieron; las imágenes, a quienes nombran sus pies. La licencia no las
incluye.
"""

TEXTS = {
    "about": ABOUT,
    "people": PEOPLE,
    "funding": FUNDING,
    "non-partisanship": NON_PARTISANSHIP,
    "methodology": METHODOLOGY,
    "complaints": COMPLAINTS,
    "diversity": DIVERSITY,
    "privacy": PRIVACY,
    "accessibility": ACCESSIBILITY,
    "licence": LICENCE,
}
