<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AlongPlot</name>
    <message>
        <source>The function along the step</source>
        <translation>Функция вдоль шага</translation>
    </message>
    <message>
        <source>The function and the model along the step</source>
        <translation>Функция и модель вдоль шага</translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation>Что означают кривые</translation>
    </message>
    <message>
        <source>linear model</source>
        <translation>линейная модель</translation>
    </message>
    <message>
        <source>model with {}</source>
        <translation>модель с {}</translation>
    </message>
    <message>
        <source>linear model of these rows</source>
        <translation>линейная модель по этим строкам</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>No verdict</source>
        <translation>Вердикта нет</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Definiteness of the Hessian of {function}</source>
        <translation>Определённость гессиана {function}</translation>
    </message>
    <message>
        <source>{difference}, the error of the Taylor model at the point</source>
        <translation>{difference}, погрешность модели Тейлора в этой точке</translation>
    </message>
</context>
<context>
    <name>CheckBar</name>
    <message>
        <source>Check my answer</source>
        <translation>Проверка моего ответа</translation>
    </message>
    <message>
        <source>What your answer is</source>
        <translation>Чем является ваш ответ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Check the answer with numbers</source>
        <translation>Проверить ответ на числах</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Close this row</source>
        <translation>Закрыть эту строку</translation>
    </message>
    <message>
        <source>Hide the derivation</source>
        <translation>Скрыть вывод</translation>
    </message>
    <message>
        <source>Hide the derivation while answering</source>
        <translation>Скрывать вывод, пока вы отвечаете</translation>
    </message>
    <message>
        <source>An instance where the answers differ</source>
        <translation>Пример, на котором ответы различаются</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Показать числа</translation>
    </message>
    <message>
        <source>Show where the answers differ</source>
        <translation>Показать, где ответы различаются</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Put the corrected answer into the field</source>
        <translation>Вписать исправленный ответ в поле</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>next line</source>
        <translation>следующая строка</translation>
    </message>
    <message>
        <source>Below:  {line}</source>
        <translation>Под строкой:  {line}</translation>
    </message>
    <message>
        <source>your next line, for example dx&apos; A x + x&apos; A dx</source>
        <translation>ваша следующая строка, например dx&apos; A x + x&apos; A dx</translation>
    </message>
    <message>
        <source>your answer, for example 2 X&apos;(X w - y)</source>
        <translation>ваш ответ, например 2 X&apos;(X w - y)</translation>
    </message>
    <message>
        <source>Your next line</source>
        <translation>Ваша следующая строка</translation>
    </message>
    <message>
        <source>Column {column}: {message}</source>
        <translation>Столбец {column}: {message}</translation>
    </message>
    <message>
        <source>Try: {hint}</source>
        <translation>Попробуйте: {hint}</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Не проверено</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <source>Verification</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Both sides of every step are evaluated with random numbers, and the answer is compared with a numeric derivative of the function that knows no rule.</source>
        <translation>Обе части каждого шага вычисляются на случайных числах, а ответ сравнивается с численной производной функции, которая не знает никаких правил.</translation>
    </message>
    <message>
        <source>How each step fared</source>
        <translation>Результат каждого шага</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>Относительная погрешность</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Примеры</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>✓ holds</source>
        <translation>✓ верно</translation>
    </message>
    <message>
        <source>✗ does not hold</source>
        <translation>✗ неверно</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Палитра команд</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Поиск команды</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>Введите несколько букв команды</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Команды с такими буквами нет.</translation>
    </message>
</context>
<context>
    <name>CompareChart</name>
    <message>
        <source>Convergence compared</source>
        <translation>Сравнение сходимости</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Что нарисовано</translation>
    </message>
    <message>
        <source>Against what it is drawn</source>
        <translation>Относительно чего</translation>
    </message>
    <message>
        <source>over steps</source>
        <translation>по шагам</translation>
    </message>
    <message>
        <source>over evaluations</source>
        <translation>по вычислениям</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>лог. ось</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>Логарифмическая горизонтальная ось</translation>
    </message>
    <message>
        <source>The least value</source>
        <translation>Наименьшее значение</translation>
    </message>
    <message>
        <source>{f}* = {least},
the least met</source>
        <translation>{f}* = {least},
наименьшее из встреченных</translation>
    </message>
    <message>
        <source>Convergence of all descents</source>
        <translation>Сходимость всех спусков</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>вычисления</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
</context>
<context>
    <name>CompareHost</name>
    <message>
        <source>Compare descents</source>
        <translation>Сравнить спуски</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare descents</source>
        <translation>Сравнить спуски</translation>
    </message>
    <message>
        <source>Descents computed so far</source>
        <translation>Вычислено спусков</translation>
    </message>
    <message>
        <source>Stop comparing; keep what there is</source>
        <translation>Прекратить сравнение; оставить то, что есть</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Table or convergence</source>
        <translation>Таблица или сходимость</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>График</translation>
    </message>
    <message>
        <source>A comparison needs a scalar function with a gradient.</source>
        <translation>Для сравнения нужна скалярная функция с градиентом.</translation>
    </message>
    <message>
        <source>A map of basins needs a plane; compare starts instead.</source>
        <translation>Карте областей притяжения нужна плоскость; сравните начальные точки.</translation>
    </message>
    <message>
        <source>Click on the plot to choose the start from which they all begin.</source>
        <translation>Щёлкните по графику, чтобы выбрать общую начальную точку.</translation>
    </message>
    <message>
        <source>Choose the methods to compare.</source>
        <translation>Выберите методы для сравнения.</translation>
    </message>
    <message>
        <source>Left out, as the function does not offer what they need: {}.</source>
        <translation>Пропущены, так как функция не даёт нужного: {}.</translation>
    </message>
    <message>
        <source>Cancelled: what had been computed is shown.</source>
        <translation>Отменено: показано то, что вычислено.</translation>
    </message>
    <message>
        <source>Hatched: from there {method} does not converge in {steps} steps.</source>
        <translation>Заштриховано: оттуда {method} не сходится за {steps} шагов.</translation>
    </message>
    <message>
        <source>With a smaller γ than {size} it may.</source>
        <translation>С γ меньше {size} может сойтись.</translation>
    </message>
    <message>
        <source>The comparison could not be computed: {}</source>
        <translation>Сравнение вычислить не удалось: {}</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Descents compared</source>
        <translation>Сравниваемые спуски</translation>
    </message>
    <message>
        <source>until ‖∇f‖ is at most {}</source>
        <translation>до ‖∇f‖ не больше {}</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Спуск</translation>
    </message>
    <message>
        <source>A tick draws it</source>
        <translation>Отмеченный нарисован</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Steps {}</source>
        <translation>Шаги {}</translation>
    </message>
    <message>
        <source>Evaluations of f, ∇f and Hessians {}</source>
        <translation>Вычисления f, ∇f и гессианов {}</translation>
    </message>
    <message>
        <source>f at the end</source>
        <translation>f в конце</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>по умолчанию</translation>
    </message>
    <message>
        <source>Evals</source>
        <translation>Вычисл.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Параметры</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>How it ended, and after how many steps</source>
        <translation>Чем закончилось и после скольких шагов</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Парам.</translation>
    </message>
    <message>
        <source>The parameters; a click sets them</source>
        <translation>Параметры; щелчок задаёт их</translation>
    </message>
    <message>
        <source>Click to set the parameters</source>
        <translation>Щёлкните, чтобы задать параметры</translation>
    </message>
    <message>
        <source>The step size was searched for: of {count}, it gets lowest in {steps} steps.</source>
        <translation>Размер шага подобран: из {count} испробованных с ним за {steps} шагов спуск оказывается ниже всего.</translation>
    </message>
    <message>
        <source>‖∇f‖ ≤ {} was not reached</source>
        <translation>‖∇f‖ ≤ {} не достигнуто</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Numbered as on the plot, the lowest first</source>
        <translation>Номера как на графике, от наименьшего</translation>
    </message>
    <message>
        <source>f there</source>
        <translation>f там</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Начала</translation>
    </message>
    <message>
        <source>Share of the starts that lead there</source>
        <translation>Доля начальных точек, ведущих сюда</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>В среднем</translation>
    </message>
    <message>
        <source>does not converge</source>
        <translation>не сходится</translation>
    </message>
    <message>
        <source>converged, {}</source>
        <translation>сошёлся, {}</translation>
    </message>
    <message>
        <source>not yet, {}</source>
        <translation>ещё нет, {}</translation>
    </message>
    <message>
        <source>diverged, {}</source>
        <translation>разошёлся, {}</translation>
    </message>
    <message>
        <source>not finite, {}</source>
        <translation>не конечно, {}</translation>
    </message>
    <message>
        <source>left the domain, {}</source>
        <translation>вышел из области, {}</translation>
    </message>
    <message>
        <source>stuck, {}</source>
        <translation>застрял, {}</translation>
    </message>
    <message>
        <source>cancelled, {}</source>
        <translation>прерван, {}</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>Варианты продолжения</translation>
    </message>
    <message>
        <source>Up and Down choose, Tab or Enter accepts, Escape closes</source>
        <translation>Вверх и вниз — выбор, Tab или Enter — принять, Escape — закрыть</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>the factors are invertible</source>
        <translation>множители обратимы</translation>
    </message>
    <message>
        <source>the matrix is invertible</source>
        <translation>матрица обратима</translation>
    </message>
    <message>
        <source>the argument of the norm is not 0</source>
        <translation>аргумент нормы не равен 0</translation>
    </message>
    <message>
        <source>no entry is 0</source>
        <translation>ни один элемент не равен 0</translation>
    </message>
    <message>
        <source>no eigenvalue is zero or negative</source>
        <translation>ни одно собственное значение не равно нулю и не отрицательно</translation>
    </message>
    <message>
        <source>no entry of the diagonal is 0</source>
        <translation>ни один диагональный элемент не равен 0</translation>
    </message>
    <message>
        <source>the base is positive</source>
        <translation>основание положительно</translation>
    </message>
    <message>
        <source>the argument is positive</source>
        <translation>аргумент положителен</translation>
    </message>
    <message>
        <source>every entry of the base is positive</source>
        <translation>все элементы основания положительны</translation>
    </message>
    <message>
        <source>the extreme entry is unique</source>
        <translation>наибольший (наименьший) элемент единственный</translation>
    </message>
    <message>
        <source>the eigenvalue is simple</source>
        <translation>собственное число простое</translation>
    </message>
    <message>
        <source>the argument is not 0</source>
        <translation>аргумент не равен 0</translation>
    </message>
    <message>
        <source>{part1} ≠ 0</source>
        <translation>{part1} ≠ 0</translation>
    </message>
    <message>
        <source>{part1} &gt; 0</source>
        <translation>{part1} &gt; 0</translation>
    </message>
    <message>
        <source>{part1} invertible</source>
        <translation>{part1} — обратима</translation>
    </message>
    <message>
        <source>{part1} and {part2} invertible</source>
        <translation>{part1} и {part2} обратимы</translation>
    </message>
    <message>
        <source>{part1}, {part2} and {part3} invertible</source>
        <translation>{part1}, {part2} и {part3} обратимы</translation>
    </message>
    <message>
        <source>{part1}, {part2}, {part3} and {part4} invertible</source>
        <translation>{part1}, {part2}, {part3} и {part4} обратимы</translation>
    </message>
    <message>
        <source>{part1} nonzero</source>
        <translation>{part1} ≠ 0</translation>
    </message>
    <message>
        <source>{part1} symmetric</source>
        <translation>{part1} — симметрична</translation>
    </message>
    <message>
        <source>no entry of {part1} is 0</source>
        <translation>среди элементов {part1} нет нулей</translation>
    </message>
    <message>
        <source>no eigenvalue of {part1} is zero or negative</source>
        <translation>ни одно собственное значение {part1} не равно нулю и не отрицательно</translation>
    </message>
    <message>
        <source>{part1} has no zero entry</source>
        <translation>среди элементов {part1} нет нулей</translation>
    </message>
    <message>
        <source>every entry of {part1} &gt; 0</source>
        <translation>все элементы {part1} &gt; 0</translation>
    </message>
    <message>
        <source>every entry of {part1} is positive</source>
        <translation>все элементы {part1} положительны</translation>
    </message>
    <message>
        <source>the extreme entry of {part1} is unique</source>
        <translation>наибольший (наименьший) элемент {part1} единственный</translation>
    </message>
    <message>
        <source>the eigenvalue of {part1} is simple</source>
        <translation>собственное число {part1} простое</translation>
    </message>
    <message>
        <source>{part1} of full column rank</source>
        <translation>{part1} полного столбцового ранга</translation>
    </message>
    <message>
        <source>remainder {part1}</source>
        <translation>остаток {part1}</translation>
    </message>
    <message>
        <source>U nonzero</source>
        <translation>U ≠ 0</translation>
    </message>
    <message>
        <source>a &gt; 0</source>
        <translation>a &gt; 0</translation>
    </message>
    <message>
        <source>u &gt; 0</source>
        <translation>u &gt; 0</translation>
    </message>
    <message>
        <source>every entry of U &gt; 0</source>
        <translation>все элементы U &gt; 0</translation>
    </message>
    <message>
        <source>U invertible</source>
        <translation>U обратима</translation>
    </message>
    <message>
        <source>U and V invertible</source>
        <translation>U и V обратимы</translation>
    </message>
    <message>
        <source>no entry of x is 0</source>
        <translation>среди элементов x нет нулей</translation>
    </message>
    <message>
        <source>the determinant is not 0</source>
        <translation>определитель не равен 0</translation>
    </message>
    <message>
        <source>no eigenvalue of U is zero or negative</source>
        <translation>ни одно собственное значение U не равно нулю и не отрицательно</translation>
    </message>
    <message>
        <source>no entry of U is 0</source>
        <translation>среди элементов U нет нулей</translation>
    </message>
    <message>
        <source>the eigenvalue of U is simple</source>
        <translation>собственное число U простое</translation>
    </message>
    <message>
        <source>the extreme entry of U is unique</source>
        <translation>наибольший (наименьший) элемент U единственный</translation>
    </message>
    <message>
        <source>U &gt; 0</source>
        <translation>U &gt; 0</translation>
    </message>
</context>
<context>
    <name>ConvergenceView</name>
    <message>
        <source>Convergence</source>
        <translation>Сходимость</translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation>Что означают кривые</translation>
    </message>
    <message>
        <source>Convergence over the steps, on a logarithmic axis</source>
        <translation>Сходимость по шагам, ось логарифмическая</translation>
    </message>
    <message>
        <source>What the step size does near the minimum</source>
        <translation>Что делает размер шага близ минимума</translation>
    </message>
    <message>
        <source>log steps</source>
        <translation>шаги в лог. масштабе</translation>
    </message>
    <message>
        <source>Logarithmic axis of steps</source>
        <translation>Логарифмическая ось шагов</translation>
    </message>
    <message>
        <source>Steps by powers of ten: a power of the step is a straight line then</source>
        <translation>Шаги по степеням десяти: степенная зависимость от номера шага становится прямой</translation>
    </message>
    <message>
        <source>The convergence cannot be shown: {}</source>
        <translation>Сходимость показать нельзя: {}</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>длина шага</translation>
    </message>
    <message>
        <source>cos of the angle to Newton&apos;s direction (right)</source>
        <translation>cos угла с направлением Ньютона (справа)</translation>
    </message>
    <message>
        <source>{f}* = {least}, known</source>
        <translation>{f}* = {least}, известно</translation>
    </message>
    <message>
        <source>{f}* = {least}, the least that was found</source>
        <translation>{f}* = {least}, наименьшее из найденных</translation>
    </message>
    <message>
        <source>At the minimum 2/&lt;i&gt;λ&lt;/i&gt;&lt;sub&gt;max&lt;/sub&gt; = {}.</source>
        <translation>В минимуме 2/&lt;i&gt;λ&lt;/i&gt;&lt;sub&gt;max&lt;/sub&gt; = {}.</translation>
    </message>
    <message>
        <source>No minimum was found near the best iterate, so {} itself is drawn.</source>
        <translation>Близ лучшего приближения минимума не найдено, поэтому нарисована сама {}.</translation>
    </message>
    <message>
        <source>At the end {} − {}* shrinks to {} times itself in a step.</source>
        <translation>В конце {} − {}* за шаг умножается на {}.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>{what} goes from {first} to {last} in {n} steps.</source>
        <translation>{what}: от {first} до {last}, шагов: {n}.</translation>
    </message>
</context>
<context>
    <name>CurveCanvas</name>
    <message>
        <source>Curve of the function</source>
        <translation>Кривая функции</translation>
    </message>
</context>
<context>
    <name>CurvePointsPanel</name>
    <message>
        <source>Stationary points of the curve</source>
        <translation>Стационарные точки кривой</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Seeking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>There is no stationary point in view: the tangent is nowhere horizontal.</source>
        <translation>В этой области стационарных точек нет: касательная нигде не горизонтальна.</translation>
    </message>
    <message>
        <source>There are more; zoom in to see them.</source>
        <translation>Есть и другие; приблизьте, чтобы их увидеть.</translation>
    </message>
    <message>
        <source>In a part of the view the function is constant, as far as floating-point numbers tell: every point there is stationary.</source>
        <translation>В части этой области функция постоянна, насколько это различимо в числах с плавающей запятой: там стационарна каждая точка.</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Curve</source>
        <translation>Кривая</translation>
    </message>
    <message>
        <source>The point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Исходный вид</translation>
    </message>
    <message>
        <source>Show the part that was chosen at first (Home)</source>
        <translation>Показать исходный участок (Home)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Values at the point</source>
        <translation>Значения в точке</translation>
    </message>
    <message>
        <source>{function}, its tangent and Taylor polynomial</source>
        <translation>{function}, касательная и многочлен Тейлора</translation>
    </message>
    <message>
        <source>Click: start a descent there · drag the point or the end of {u} · wheel: zoom</source>
        <translation>Щелчок: начать спуск здесь · тяните точку или конец {u} · колесо: масштаб</translation>
    </message>
    <message>
        <source>Curve of {f} over {x} with its tangent at {x} = {at}, where {f} = {value}. For {letter} = {u}: Δ{f} = {delta}, d{f} = {differential}, remainder {remainder}.</source>
        <translation>Кривая {f} по {x} с касательной при {x} = {at}, где {f} = {value}. При {letter} = {u}: Δ{f} = {delta}, d{f} = {differential}, остаток {remainder}.</translation>
    </message>
    <message>
        <source>Taylor polynomial of order {order}.</source>
        <translation>Многочлен Тейлора порядка {order}.</translation>
    </message>
    <message>
        <source>The increment</source>
        <translation>Приращение</translation>
    </message>
    <message>
        <source>{x} goes from {x0} to {x1}, and {f} from {y0} to {y1}.</source>
        <translation>{x} меняется от {x0} до {x1}, {f} — от {y0} до {y1}.</translation>
    </message>
    <message>
        <source>Stationary points in view: {kinds}.</source>
        <translation>Стационарные точки в этой области: {kinds}.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Generate Values</source>
        <translation>Создать значения</translation>
    </message>
    <message>
        <source>What to generate</source>
        <translation>Что создать</translation>
    </message>
    <message>
        <source>Random numbers (normal)</source>
        <translation>Случайные числа (нормальные)</translation>
    </message>
    <message>
        <source>Random numbers (uniform)</source>
        <translation>Случайные числа (равномерные)</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Единичная матрица</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Нули</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>Единицы</translation>
    </message>
    <message>
        <source>Regression data with noise</source>
        <translation>Данные для регрессии, с шумом</translation>
    </message>
    <message>
        <source>Data in two classes, labels −1 and 1</source>
        <translation>Данные двух классов, метки −1 и 1</translation>
    </message>
    <message>
        <source>Data in two classes, labels 0 and 1</source>
        <translation>Данные двух классов, метки 0 и 1</translation>
    </message>
    <message>
        <source>For which constant</source>
        <translation>Для какой константы</translation>
    </message>
    <message>
        <source>Inputs and responses</source>
        <translation>Входы и отклики</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Число строк</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Noise, a standard deviation</source>
        <translation>Шум, стандартное отклонение</translation>
    </message>
    <message>
        <source>Seed: the same seed gives the same numbers</source>
        <translation>Зерно: одно зерно даёт одни и те же числа</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>&amp;Для</translation>
    </message>
    <message>
        <source>Fo&amp;r</source>
        <translation>Дл&amp;я</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>Ст&amp;роки</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>&amp;Масштаб</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>&amp;Шум</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Зерно</translation>
    </message>
    <message>
        <source>The number of rows is declared in the text</source>
        <translation>Число строк объявлено в тексте</translation>
    </message>
    <message>
        <source>Drawn again to fit: {names}.</source>
        <translation>Заново созданы, чтобы подходить: {names}.</translation>
    </message>
</context>
<context>
    <name>DerivationPanel</name>
    <message>
        <source>Derivation</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Размеры</translation>
    </message>
    <message>
        <source>Show rows×columns under every factor</source>
        <translation>Показывать строки×столбцы под каждым множителем</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>Каждое правило</translation>
    </message>
    <message>
        <source>Each rule as a line of its own</source>
        <translation>Каждое правило отдельной строкой</translation>
    </message>
    <message>
        <source>My answer</source>
        <translation>Мой ответ</translation>
    </message>
    <message>
        <source>Type your own answer and have it judged</source>
        <translation>Введите свой ответ, и он будет проверен</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>Остановить вычисление</translation>
    </message>
    <message>
        <source>The derivation is hidden while you answer.</source>
        <translation>Пока вы отвечаете, вывод скрыт.</translation>
    </message>
    <message>
        <source>Space: the next line · Backspace: one line less · Esc: end</source>
        <translation>Пробел — следующая строка · Backspace — строкой меньше · Esc — конец</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>Matrices are upper-case, vectors lower-case: x&apos; A x, log det X, ||y - X w||^2.</source>
        <translation>Матрицы — прописными буквами, векторы — строчными: x&apos; A x, log det X, ||y - X w||^2.</translation>
    </message>
    <message>
        <source>{key} opens the gallery.</source>
        <translation>{key} открывает галерею.</translation>
    </message>
    <message>
        <source>{key} poses problems to practise on.</source>
        <translation>{key} предлагает задачи для практики.</translation>
    </message>
    <message>
        <source>{key} finds every command.</source>
        <translation>{key} находит любую команду.</translation>
    </message>
    <message>
        <source>Type a function to differentiate.</source>
        <translation>Введите функцию, которую нужно дифференцировать.</translation>
    </message>
    <message>
        <source>The derivation stops here.</source>
        <translation>Здесь вывод останавливается.</translation>
    </message>
    <message>
        <source>Last good derivation</source>
        <translation>Последний верный вывод</translation>
    </message>
    <message>
        <source>The text above is not understood; this belongs to the text before it.</source>
        <translation>Текст выше не понят; этот вывод относится к прежнему тексту.</translation>
    </message>
    <message>
        <source>There is nothing to derive yet.</source>
        <translation>Выводить пока нечего.</translation>
    </message>
    <message>
        <source>The message below the text says what to change.</source>
        <translation>Сообщение под текстом говорит, что изменить.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>Too much to compute.</source>
        <translation>Слишком много вычислений.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Что-то пошло не так.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Вычисляется…</translation>
    </message>
    <message>
        <source>What is shown belongs to the text before.</source>
        <translation>Показан вывод для прежнего текста.</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>Не проверено</translation>
    </message>
    <message numerus="yes">
        <source>Both sides of every step were evaluated at %n random instances; the largest relative error is {error}. Click for the table.</source>
        <translation>
            <numerusform>Обе части каждого шага вычислены на %n случайном примере; наибольшая относительная погрешность — {error}. Щёлкните, чтобы увидеть таблицу.</numerusform>
            <numerusform>Обе части каждого шага вычислены на %n случайных примерах; наибольшая относительная погрешность — {error}. Щёлкните, чтобы увидеть таблицу.</numerusform>
            <numerusform>Обе части каждого шага вычислены на %n случайных примерах; наибольшая относительная погрешность — {error}. Щёлкните, чтобы увидеть таблицу.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Steps verified</source>
        <translation>✓ Шаги проверены</translation>
    </message>
    <message>
        <source>✓ Verified</source>
        <translation>✓ Проверено</translation>
    </message>
    <message>
        <source>error {error}</source>
        <translation>погрешность {error}</translation>
    </message>
    <message>
        <source>✗ Not verified</source>
        <translation>✗ Не подтверждено</translation>
    </message>
    <message>
        <source>A step did not hold at random instances.</source>
        <translation>Один из шагов не выполнился на случайных примерах.</translation>
    </message>
</context>
<context>
    <name>Descent</name>
    <message>
        <source>first order</source>
        <translation>первого порядка</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Градиентный спуск</translation>
    </message>
    <message>
        <source>step size</source>
        <translation>размер шага</translation>
    </message>
    <message>
        <source>Momentum (heavy ball)</source>
        <translation>Импульс (тяжёлый шарик)</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>импульс</translation>
    </message>
    <message>
        <source>velocity, 0 at first</source>
        <translation>скорость, сначала 0</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Импульс Нестерова</translation>
    </message>
    <message>
        <source>gradient at iterate k</source>
        <translation>градиент в приближении k</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>адаптивные</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>keeps the quotient finite</source>
        <translation>не даёт делить на ноль</translation>
    </message>
    <message>
        <source>sum of squared derivatives, entry by entry, 0 at first</source>
        <translation>сумма квадратов производных, поэлементно, сначала 0</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>share kept in the average</source>
        <translation>доля, остающаяся в среднем</translation>
    </message>
    <message>
        <source>average of their squares, entry by entry, 0 at first</source>
        <translation>среднее их квадратов, поэлементно, сначала 0</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>share kept in the average of gradients</source>
        <translation>доля, остающаяся в среднем градиентов</translation>
    </message>
    <message>
        <source>share kept in the average of their squares</source>
        <translation>доля, остающаяся в среднем их квадратов</translation>
    </message>
    <message>
        <source>average of gradients, 0 at first</source>
        <translation>среднее градиентов, сначала 0</translation>
    </message>
    <message>
        <source>average without its bias to 0</source>
        <translation>среднее без смещения к 0</translation>
    </message>
    <message>
        <source>squares without their bias to 0</source>
        <translation>квадраты без смещения к 0</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>затухание весов</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>decay of the momentum</source>
        <translation>затухание импульса</translation>
    </message>
    <message>
        <source>momentum of step k, counted from 1</source>
        <translation>импульс шага k, счёт с 1</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>largest average of squares so far</source>
        <translation>наибольшее среднее квадратов до сих пор</translation>
    </message>
    <message>
        <source>line search</source>
        <translation>линейный поиск</translation>
    </message>
    <message>
        <source>Steepest descent, exact line search</source>
        <translation>Наискорейший спуск, точный поиск</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>длина шага</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>пробы</translation>
    </message>
    <message>
        <source>step length that the line search finds</source>
        <translation>длина шага, найденная линейным поиском</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>направление</translation>
    </message>
    <message>
        <source>Backtracking (Armijo)</source>
        <translation>Дробление шага (Армихо)</translation>
    </message>
    <message>
        <source>first trial</source>
        <translation>первая проба</translation>
    </message>
    <message>
        <source>what a trial is multiplied by</source>
        <translation>на что умножается проба</translation>
    </message>
    <message>
        <source>share of the promised decrease that is asked for</source>
        <translation>требуемая доля обещанного убывания</translation>
    </message>
    <message>
        <source>Steepest descent, strong Wolfe</source>
        <translation>Наискорейший спуск, сильный Вольфе</translation>
    </message>
    <message>
        <source>share of the first slope that may be left</source>
        <translation>допустимая доля первого наклона</translation>
    </message>
    <message>
        <source>CG (Fletcher–Reeves)</source>
        <translation>СГ (Флетчер — Ривс)</translation>
    </message>
    <message>
        <source>Nonlinear conjugate gradients</source>
        <translation>Нелинейные сопряжённые градиенты</translation>
    </message>
    <message>
        <source>share of the last direction, 0 at first</source>
        <translation>доля прошлого направления, сначала 0</translation>
    </message>
    <message>
        <source>CG (Polak–Ribière+)</source>
        <translation>СГ (Полак — Рибьер+)</translation>
    </message>
    <message>
        <source>CG (Hestenes–Stiefel)</source>
        <translation>СГ (Хестенс — Штифель)</translation>
    </message>
    <message>
        <source>CG (Dai–Yuan)</source>
        <translation>СГ (Дай — Юань)</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>второго порядка</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>Ньютон</translation>
    </message>
    <message>
        <source>smallest eigenvalue</source>
        <translation>наименьшее собственное значение</translation>
    </message>
    <message>
        <source>Hessian at iterate k</source>
        <translation>гессиан в приближении k</translation>
    </message>
    <message>
        <source>Damped Newton</source>
        <translation>Демпфированный Ньютон</translation>
    </message>
    <message>
        <source>matrix of the quadratic model</source>
        <translation>матрица квадратичной модели</translation>
    </message>
    <message>
        <source>eigenvectors of the Hessian</source>
        <translation>собственные векторы гессиана</translation>
    </message>
    <message>
        <source>its eigenvalues</source>
        <translation>его собственные значения</translation>
    </message>
    <message>
        <source>least eigenvalue left</source>
        <translation>наименьшее оставленное собственное значение</translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation>BFGS</translation>
    </message>
    <message>
        <source>approximate inverse Hessian, I at first</source>
        <translation>приближение обратного гессиана, сначала I</translation>
    </message>
    <message>
        <source>the step made</source>
        <translation>сделанный шаг</translation>
    </message>
    <message>
        <source>how the gradient changed along it</source>
        <translation>как вдоль него изменился градиент</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>approximate inverse Hessian, never written out</source>
        <translation>приближение обратного гессиана, явно не выписывается</translation>
    </message>
    <message>
        <source>pairs that are kept</source>
        <translation>хранимые пары</translation>
    </message>
    <message>
        <source>Trust region (dogleg)</source>
        <translation>Доверительная область (dogleg)</translation>
    </message>
    <message>
        <source>Trust region</source>
        <translation>Доверительная область</translation>
    </message>
    <message>
        <source>trust radius</source>
        <translation>радиус доверия</translation>
    </message>
    <message>
        <source>Hessian, made definite for the dogleg</source>
        <translation>гессиан, для dogleg сделанный определённым</translation>
    </message>
    <message>
        <source>quadratic model of f at iterate k</source>
        <translation>квадратичная модель f в приближении k</translation>
    </message>
    <message>
        <source>how right the model was; the step is taken when it is above η</source>
        <translation>насколько модель верна; шаг делается, если больше η</translation>
    </message>
    <message>
        <source>least share of the promised decrease</source>
        <translation>наименьшая доля обещанного убывания</translation>
    </message>
    <message>
        <source>Trust region (Steihaug)</source>
        <translation>Доверительная область (Стейхауг)</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>наименьшие квадраты</translation>
    </message>
    <message>
        <source>Gauss–Newton</source>
        <translation>Гаусс — Ньютон</translation>
    </message>
    <message>
        <source>residuals; a number beside their squares changes nothing</source>
        <translation>невязки; число рядом с их квадратами ничего не меняет</translation>
    </message>
    <message>
        <source>Jacobian of the residuals at iterate k</source>
        <translation>якобиан невязок в приближении k</translation>
    </message>
    <message>
        <source>Levenberg–Marquardt</source>
        <translation>Левенберг — Марквардт</translation>
    </message>
    <message>
        <source>damping</source>
        <translation>демпфирование</translation>
    </message>
    <message>
        <source>damping: larger means a shorter step, nearer the negative gradient</source>
        <translation>демпфирование: чем больше, тем короче шаг и ближе к антиградиенту</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>стохастические</translation>
    </message>
    <message>
        <source>Stochastic gradient descent</source>
        <translation>Стохастический градиентный спуск</translation>
    </message>
    <message>
        <source>estimated value</source>
        <translation>оценка значения</translation>
    </message>
    <message>
        <source>error of the gradient</source>
        <translation>погрешность градиента</translation>
    </message>
    <message>
        <source>estimate of the gradient</source>
        <translation>оценка градиента</translation>
    </message>
    <message>
        <source>rows of the batch</source>
        <translation>строки батча</translation>
    </message>
    <message>
        <source>rows in a batch</source>
        <translation>строк в батче</translation>
    </message>
    <message>
        <source>rows of the data</source>
        <translation>строк в данных</translation>
    </message>
    <message>
        <source>share of row i in @f</source>
        <translation>вклад строки i в @f</translation>
    </message>
    <message>
        <source>Mini-batch gradient descent</source>
        <translation>Градиентный спуск по батчам</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>вперёд</translation>
    </message>
    <message>
        <source>average</source>
        <translation>среднее</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>граница</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>затухание</translation>
    </message>
    <message>
        <source>divisor</source>
        <translation>делитель</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>собственные значения</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>error</source>
        <translation>погрешность</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>градиент</translation>
    </message>
    <message>
        <source>hessian</source>
        <translation>гессиан</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>обратная</translation>
    </message>
    <message>
        <source>iterate</source>
        <translation>приближение</translation>
    </message>
    <message>
        <source>jacobian</source>
        <translation>якобиан</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>оставлено</translation>
    </message>
    <message>
        <source>length</source>
        <translation>длина</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>матрица</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>пары</translation>
    </message>
    <message>
        <source>product</source>
        <translation>произведение</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>обещано</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>радиус</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>отношение</translation>
    </message>
    <message>
        <source>residuals</source>
        <translation>невязки</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>строки</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>масштабировано</translation>
    </message>
    <message>
        <source>shrunk</source>
        <translation>сжато</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>наклон</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>квадраты</translation>
    </message>
    <message>
        <source>step</source>
        <translation>шаг</translation>
    </message>
    <message>
        <source>sums</source>
        <translation>суммы</translation>
    </message>
    <message>
        <source>value</source>
        <translation>значение</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>last direction</source>
        <translation>прошлое направление</translation>
    </message>
    <message>
        <source>negative gradient</source>
        <translation>антиградиент</translation>
    </message>
    <message>
        <source>next momentum</source>
        <translation>следующий импульс</translation>
    </message>
    <message>
        <source>whole gradient</source>
        <translation>полный градиент</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>гессианом</translation>
    </message>
    <message>
        <source>Hessian made definite</source>
        <translation>гессианом, сделанным определённым</translation>
    </message>
    <message>
        <source>BFGS approximation</source>
        <translation>приближением BFGS</translation>
    </message>
    <message>
        <source>L-BFGS approximation</source>
        <translation>приближением L-BFGS</translation>
    </message>
    <message>
        <source>how far a step goes along its direction</source>
        <translation>как далеко шаг идёт вдоль своего направления</translation>
    </message>
    <message>
        <source>share of the last velocity that is kept</source>
        <translation>оставляемая доля прошлой скорости</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>эпсилон</translation>
    </message>
    <message>
        <source>share kept in the average of squares</source>
        <translation>доля, остающаяся в среднем квадратов</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>бета1</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>бета2</translation>
    </message>
    <message>
        <source>how fast the variable itself shrinks</source>
        <translation>как быстро сжимается сама переменная</translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation>затухание импульса</translation>
    </message>
    <message>
        <source>how fast the momentum grows to its last value</source>
        <translation>как быстро импульс растёт до предельного</translation>
    </message>
    <message>
        <source>first</source>
        <translation>первая</translation>
    </message>
    <message>
        <source>shrink</source>
        <translation>сжатие</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>вариант</translation>
    </message>
    <message>
        <source>how the last direction is weighted</source>
        <translation>с каким весом берётся прошлое направление</translation>
    </message>
    <message>
        <source>search kind</source>
        <translation>вид поиска</translation>
    </message>
    <message>
        <source>wolfe</source>
        <translation>Вольфе</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точный</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>перезапуск</translation>
    </message>
    <message>
        <source>steps after which it begins anew; 0 for never</source>
        <translation>через сколько шагов начать заново; 0 — никогда</translation>
    </message>
    <message>
        <source>definite</source>
        <translation>определённость</translation>
    </message>
    <message>
        <source>turn negative eigenvalues of the Hessian round</source>
        <translation>обратить отрицательные собственные значения гессиана</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>наименьшее</translation>
    </message>
    <message>
        <source>least eigenvalue left, as a share of the largest</source>
        <translation>наименьшее оставленное собственное значение, как доля наибольшего</translation>
    </message>
    <message>
        <source>subproblem</source>
        <translation>подзадача</translation>
    </message>
    <message>
        <source>how the model is made least</source>
        <translation>как минимизируется модель</translation>
    </message>
    <message>
        <source>dogleg</source>
        <translation>dogleg</translation>
    </message>
    <message>
        <source>steihaug</source>
        <translation>Стейхауг</translation>
    </message>
    <message>
        <source>first trust radius</source>
        <translation>первый радиус доверия</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>наибольший</translation>
    </message>
    <message>
        <source>largest trust radius</source>
        <translation>наибольший радиус доверия</translation>
    </message>
    <message>
        <source>eta</source>
        <translation>эта</translation>
    </message>
    <message>
        <source>damped</source>
        <translation>с демпфированием</translation>
    </message>
    <message>
        <source>shorten steps that do not lower f enough</source>
        <translation>укорачивать шаги, недостаточно снижающие f</translation>
    </message>
    <message>
        <source>first λ, as a share of the largest entry of J&apos;J</source>
        <translation>первое λ, как доля наибольшего элемента J&apos;J</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>батч</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>зерно</translation>
    </message>
    <message>
        <source>seed of the order of the rows</source>
        <translation>зерно порядка строк</translation>
    </message>
    <message>
        <source>what the step size is multiplied by</source>
        <translation>на что умножается размер шага</translation>
    </message>
    <message>
        <source>every</source>
        <translation>каждые</translation>
    </message>
    <message>
        <source>steps between two cuts</source>
        <translation>шагов между двумя сокращениями</translation>
    </message>
    <message>
        <source>period</source>
        <translation>период</translation>
    </message>
    <message>
        <source>steps from the whole step size to the smallest</source>
        <translation>шагов от полного размера шага до наименьшего</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>порог</translation>
    </message>
    <message>
        <source>the smallest step size, as a share of the first</source>
        <translation>наименьший размер шага, как доля первого</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>темп</translation>
    </message>
    <message>
        <source>how fast the step size falls</source>
        <translation>как быстро падает размер шага</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>постоянный</translation>
    </message>
    <message>
        <source>step decay</source>
        <translation>ступенчатый</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>косинус</translation>
    </message>
    <message>
        <source>inverse time</source>
        <translation>обратное время</translation>
    </message>
    <message>
        <source>limit of |slope|</source>
        <translation>предел |наклона|</translation>
    </message>
</context>
<context>
    <name>DescentPanel</name>
    <message>
        <source>Descent</source>
        <translation>Спуск</translation>
    </message>
    <message>
        <source>No step size was found: with all that were tried the descent runs away.</source>
        <translation>Размер шага не найден: со всеми испробованными спуск расходится.</translation>
    </message>
    <message>
        <source>γ is now {size}: of {count} that were tried, it gets lowest in {steps} steps.</source>
        <translation>Теперь γ = {size}: из {count} испробованных с ним за {steps} шагов спуск оказывается ниже всего.</translation>
    </message>
    <message>
        <source>Step {step} of {last}: {state}, f = {value}</source>
        <translation>Шаг {step} из {last}: {state}, f = {value}</translation>
    </message>
</context>
<context>
    <name>DialPanel</name>
    <message>
        <source>Why the gradient</source>
        <translation>Почему градиент</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Вращать</translation>
    </message>
    <message>
        <source>Let the step turn through all directions (Space)</source>
        <translation>Провести шаг по всем направлениям (пробел)</translation>
    </message>
    <message>
        <source>Direction of the step in degrees</source>
        <translation>Направление шага в градусах</translation>
    </message>
    <message>
        <source>Length of the step</source>
        <translation>Длина шага</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Что даёт шаг</translation>
    </message>
    <message>
        <source>Change of the function over the direction of the step</source>
        <translation>Изменение функции в зависимости от направления шага</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>direction of {step}</source>
        <translation>направление {step}</translation>
    </message>
    <message>
        <source>change of {function}</source>
        <translation>изменение {function}</translation>
    </message>
    <message>
        <source>Step towards {angle} degrees: change {change}, differential {differential}.</source>
        <translation>Шаг под углом {angle} градусов: изменение {change}, дифференциал {differential}.</translation>
    </message>
    <message>
        <source>{angle}° from {gradient}.</source>
        <translation>{angle}° от {gradient}.</translation>
    </message>
    <message>
        <source>{angle} degrees from the gradient.</source>
        <translation>{angle} градусов от градиента.</translation>
    </message>
    <message>
        <source>The length of a step is positive.</source>
        <translation>Длина шага положительна.</translation>
    </message>
    <message>
        <source>Over all directions the change goes from {least} at {first} degrees to {most} at {second} degrees.</source>
        <translation>По всем направлениям приращение меняется от {least} при {first} градусах до {most} при {second} градусах.</translation>
    </message>
    <message>
        <source>The differential is largest, {value}, along the gradient at {angle} degrees.</source>
        <translation>Дифференциал наибольший, {value}, вдоль градиента, при {angle} градусах.</translation>
    </message>
</context>
<context>
    <name>DockArea</name>
    <message>
        <source>Function</source>
        <translation>Функция</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробности</translation>
    </message>
    <message>
        <source>Hide this panel</source>
        <translation>Скрыть эту панель</translation>
    </message>
    <message>
        <source>Float this panel, or dock it</source>
        <translation>Открепить эту панель или закрепить её</translation>
    </message>
    <message>
        <source>No panel is docked here. The menu View › Panels shows those that are hidden.</source>
        <translation>Здесь нет закреплённых панелей. Скрытые показывает меню «Вид › Панели».</translation>
    </message>
    <message>
        <source>Show All Panels</source>
        <translation>Показать все панели</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>{n} random instances</source>
        <translation>
            <numerusform>{n} случайном примере</numerusform>
            <numerusform>{n} случайных примерах</numerusform>
            <numerusform>{n} случайных примерах</numerusform>
        </translation>
    </message>
    <message>
        <source>differentiate by a symbol in it, or leave the definition out</source>
        <translation>дифференцируйте по символу из него или уберите определение</translation>
    </message>
    <message>
        <source>there is nothing to differentiate by: the function is constant</source>
        <translation>дифференцировать не по чему: функция постоянна</translation>
    </message>
    <message>
        <source>a step did not agree with the numbers</source>
        <translation>один из шагов не сошёлся с числами</translation>
    </message>
    <message>
        <source>{name} is a definition</source>
        <translation>{name} — это определение</translation>
    </message>
    <message>
        <source>{name!r} is not the name of a variable</source>
        <translation>{name!r} — не имя переменной</translation>
    </message>
    <message>
        <source>a name is a letter, or a Greek name</source>
        <translation>имя — это буква или название греческой буквы</translation>
    </message>
    <message>
        <source>there is {name}</source>
        <translation>здесь есть {name}</translation>
    </message>
    <message>
        <source>{name} is a function here</source>
        <translation>{name} здесь функция</translation>
    </message>
    <message>
        <source>differentiate by what it is a function of</source>
        <translation>дифференцируйте по тому, от чего она зависит</translation>
    </message>
    <message>
        <source>the numeric check failed ({reason}), so the answer is withheld</source>
        <translation>численная проверка не прошла ({reason}), поэтому ответ не показан</translation>
    </message>
    <message>
        <source>differentiate by {base}; the entry is one of its gradient</source>
        <translation>дифференцируйте по {base}; нужный элемент — в его градиенте</translation>
    </message>
    <message>
        <source>{name} does not occur, but {other} does</source>
        <translation>{name} не встречается, но есть {other}</translation>
    </message>
    <message>
        <source>write the function with {base} itself, as a vector or matrix</source>
        <translation>запишите функцию через сам {base}, как вектор или матрицу</translation>
    </message>
    <message>
        <source>the differential has more than {limit} terms</source>
        <translation>в дифференциале больше {limit} слагаемых</translation>
    </message>
    <message>
        <source>by definition one variable at a time is derived; choose one</source>
        <translation>по определению производная берётся по одной переменной; выберите её</translation>
    </message>
    <message>
        <source>second derivatives are derived for scalar functions only</source>
        <translation>вторые производные выводятся только для скалярных функций</translation>
    </message>
    <message>
        <source>written out, the differential is too long; name inner parts, or ask for a smaller problem</source>
        <translation>в развёрнутом виде дифференциал слишком длинный; обозначьте внутренние части или упростите задачу</translation>
    </message>
    <message>
        <source>no identity is known that brings vec({node}) to the form J vec(dX)</source>
        <translation>не известно тождество, приводящее vec({node}) к виду J vec(dX)</translation>
    </message>
    <message>
        <source>no identity is known that takes the increment out of {node}</source>
        <translation>не известно тождество, выносящее приращение из {node}</translation>
    </message>
    <message>
        <source>the increment stands twice in one term</source>
        <translation>приращение встречается дважды в одном слагаемом</translation>
    </message>
    <message>
        <source>no identity is known that brings {node} to the form J dx</source>
        <translation>не известно тождество, приводящее {node} к виду J dx</translation>
    </message>
    <message>
        <source>by definition only polynomials are expanded, and {part} is none; use the method of differentials</source>
        <translation>по определению раскрываются только многочлены, а {part} — не многочлен; используйте метод дифференциалов</translation>
    </message>
    <message>
        <source>a fraction</source>
        <translation>дробь</translation>
    </message>
    <message>
        <source>by definition only small whole powers are expanded, not {k}</source>
        <translation>по определению раскрываются только небольшие целые степени, а не {k}</translation>
    </message>
    <message>
        <source>by definition this would have {n} terms; use the method of differentials</source>
        <translation>по определению здесь было бы {n} слагаемых; используйте метод дифференциалов</translation>
    </message>
    <message>
        <source>there is no rule for the differential of {function}</source>
        <translation>нет правила для дифференциала {function}</translation>
    </message>
    <message>
        <source>the derivative by an orthogonal matrix is not available; declare {name} without it</source>
        <translation>производная по ортогональной матрице недоступна; объявите {name} без этого свойства</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>not derived: {reason}</source>
        <translation>не выведено: {reason}</translation>
    </message>
    <message>
        <source>nothing was checked</source>
        <translation>ничего не проверено</translation>
    </message>
    <message>
        <source>shapes {left} and {right}</source>
        <translation>размеры {left} и {right}</translation>
    </message>
    <message>
        <source>no random instance lies where the function is defined</source>
        <translation>ни один случайный пример не попал в область определения функции</translation>
    </message>
    <message>
        <source>“{name}” is no name: a name is a letter or a word, with digits or a subscript</source>
        <translation>«{name}» — не имя: имя — это буква или слово, возможно с цифрами или индексом</translation>
    </message>
    <message>
        <source>with {new} for {old} the text would mean something else</source>
        <translation>с {new} вместо {old} текст значил бы другое</translation>
    </message>
    <message>
        <source>{name} is already the name of something else</source>
        <translation>имя {name} уже занято</translation>
    </message>
    <message>
        <source>{name} is already the name of a size</source>
        <translation>имя {name} уже занято размером</translation>
    </message>
    <message>
        <source>{name} is a function</source>
        <translation>{name} — это функция</translation>
    </message>
    <message>
        <source>{name} has a meaning of its own</source>
        <translation>у {name} есть собственный смысл</translation>
    </message>
    <message>
        <source>the text has an error; mend that first</source>
        <translation>в тексте ошибка; сначала исправьте её</translation>
    </message>
    <message>
        <source>There is no answer to compare with: {reason}.</source>
        <translation>Сравнивать не с чем: {reason}.</translation>
    </message>
    <message>
        <source>There is no answer to copy: {reason}.</source>
        <translation>Копировать нечего: {reason}.</translation>
    </message>
    <message>
        <source>{statement}: {reason}</source>
        <translation>{statement}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {statement}; {reason}.</source>
        <translation>{name}: {statement}; {reason}.</translation>
    </message>
    <message>
        <source>This is too large to compute.</source>
        <translation>Это слишком велико для вычисления.</translation>
    </message>
    <message>
        <source>Something went wrong inside gradviz: {error}</source>
        <translation>Внутри gradviz произошла ошибка: {error}</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>скаляр</translation>
    </message>
    <message>
        <source>{name}: {size}{properties}</source>
        <translation>{name}: {size}{properties}</translation>
    </message>
    <message>
        <source>{rows}×{columns}, of norm {norm}</source>
        <translation>{rows}×{columns}, норма {norm}</translation>
    </message>
    <message>
        <source>{name}({parameters}) takes {wanted} arguments, but here are {found}</source>
        <translation>{name}({parameters}): число аргументов — {wanted}, а здесь их {found}</translation>
    </message>
    <message>
        <source>operations are nested more than {limit} deep once definitions are put in</source>
        <translation>после подстановки определений операции вложены глубже {limit}</translation>
    </message>
    <message>
        <source>shorten it, or name parts without arguments: u = ...</source>
        <translation>сократите или обозначьте части без аргументов: u = ...</translation>
    </message>
    <message>
        <source>{name} is applied before it is defined</source>
        <translation>{name} применяется раньше, чем определена</translation>
    </message>
    <message>
        <source>move its line up</source>
        <translation>переместите её строку выше</translation>
    </message>
    <message>
        <source>name parts without arguments: u = ...</source>
        <translation>обозначьте части без аргументов: u = ...</translation>
    </message>
    <message>
        <source>too long once its definitions are put in</source>
        <translation>слишком длинно после подстановки определений</translation>
    </message>
    <message>
        <source>{name} takes one or two arguments, but here are {found}</source>
        <translation>{name}: нужен один аргумент или два, а здесь их {found}</translation>
    </message>
    <message>
        <source>{name} is known, but cannot be differentiated yet</source>
        <translation>{name} известна, но пока не дифференцируется</translation>
    </message>
    <message>
        <source>rewrite it with other functions</source>
        <translation>запишите через другие функции</translation>
    </message>
    <message>
        <source>{name} takes one argument, but here are {found}</source>
        <translation>{name}: нужен один аргумент, а здесь их {found}</translation>
    </message>
    <message>
        <source>{name} takes two arguments, but here are {found}</source>
        <translation>{name}: нужны два аргумента, а здесь их {found}</translation>
    </message>
    <message>
        <source>{name} takes three arguments, but here are {found}</source>
        <translation>{name}: нужны три аргумента, а здесь их {found}</translation>
    </message>
    <message>
        <source>{name} takes two arguments, but here is 1</source>
        <translation>{name}: нужны два аргумента, а здесь один</translation>
    </message>
    <message>
        <source>{name} takes three arguments, but here is 1</source>
        <translation>{name}: нужны три аргумента, а здесь один</translation>
    </message>
    <message>
        <source>dot needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>dot требует одинаковых размеров, но `{part0}` — {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>a size is a whole number or the name of a dimension</source>
        <translation>размер — целое число или имя размерности</translation>
    </message>
    <message>
        <source>{what} needs a square matrix, but this is {shape0}</source>
        <translation>{what}: нужна квадратная матрица, а здесь {shape0}</translation>
    </message>
    <message>
        <source>softmax needs a column vector, but this is {shape0}</source>
        <translation>softmax требует вектор-столбец, а здесь {shape0}</translation>
    </message>
    <message>
        <source>{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>{name} требует одинаковых размеров, но `{part0}` — {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>unvec(v, m, n) needs a column with m times n rows, but v is {shape0}</source>
        <translation>unvec(v, m, n) требует столбец из m·n строк, а v — {shape0}</translation>
    </message>
    <message>
        <source>a size above {limit} is not needed to derive</source>
        <translation>размер больше {limit} для вывода не нужен</translation>
    </message>
    <message>
        <source>use a name, as in ones(n)</source>
        <translation>используйте имя, как в ones(n)</translation>
    </message>
    <message>
        <source>the sizes are not closed, or missing</source>
        <translation>размеры не закрыты или отсутствуют</translation>
    </message>
    <message>
        <source>expected R, R^n or R^(n,m) after &apos;in&apos;</source>
        <translation>после «in» ожидалось R, R^n или R^(n,m)</translation>
    </message>
    <message>
        <source>for example A in R^(n,m)</source>
        <translation>например, A in R^(n,m)</translation>
    </message>
    <message>
        <source>write R^n or R^(n,m)</source>
        <translation>напишите R^n или R^(n,m)</translation>
    </message>
    <message>
        <source>known are {properties}</source>
        <translation>известны: {properties}</translation>
    </message>
    <message>
        <source>a matrix has two sizes</source>
        <translation>у матрицы два размера</translation>
    </message>
    <message>
        <source>for example R^(n,m)</source>
        <translation>например, R^(n,m)</translation>
    </message>
    <message>
        <source>the symmetric matrices S^n have one size</source>
        <translation>у симметричных матриц S^n один размер</translation>
    </message>
    <message>
        <source>for example S in S^n</source>
        <translation>например, S in S^n</translation>
    </message>
    <message>
        <source>the property {word!r} is not known</source>
        <translation>свойство {word!r} неизвестно</translation>
    </message>
    <message>
        <source>only a square matrix is {word}, and this is {shape}</source>
        <translation>свойство {word} бывает только у квадратной матрицы, а здесь {shape}</translation>
    </message>
    <message>
        <source>for example L: R^n -&gt; R</source>
        <translation>например, L: R^n -&gt; R</translation>
    </message>
    <message>
        <source>a size is a whole number or a name: R^(n,3)</source>
        <translation>размер — целое число или имя: R^(n,3)</translation>
    </message>
    <message>
        <source>{word!r} is not a size</source>
        <translation>{word!r} — не размер</translation>
    </message>
    <message>
        <source>nothing is not a size</source>
        <translation>размер не указан</translation>
    </message>
    <message>
        <source>the index {index} is used outside the sum that binds it</source>
        <translation>индекс {index} использован вне суммы, которая его вводит</translation>
    </message>
    <message>
        <source>infinity is no number to calculate with</source>
        <translation>бесконечность — не число, с ней не считают</translation>
    </message>
    <message>
        <source>it can choose a norm: norm(x, inf)</source>
        <translation>она может задавать норму: norm(x, inf)</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>деление на ноль</translation>
    </message>
    <message>
        <source>the exponent is too large to work with; the limit is {limit}</source>
        <translation>показатель слишком велик; предел — {limit}</translation>
    </message>
    <message>
        <source>this number is too large to work with</source>
        <translation>это число слишком велико</translation>
    </message>
    <message>
        <source>keep numbers below 10^{limit}</source>
        <translation>числа должны быть меньше 10^{limit}</translation>
    </message>
    <message>
        <source>a matrix power needs a whole number</source>
        <translation>для степени матрицы нужно целое число</translation>
    </message>
    <message>
        <source>for entry by entry write .^</source>
        <translation>для поэлементной степени пишите .^</translation>
    </message>
    <message>
        <source>the matrix power {k} is too large; the limit is 50</source>
        <translation>степень матрицы {k} слишком велика; предел — 50</translation>
    </message>
    <message>
        <source>write this part with whole vectors and matrices, or the sum with a family</source>
        <translation>запишите эту часть через целые векторы и матрицы или сумму через семейство</translation>
    </message>
    <message>
        <source>{count} indices at once ({indices}) have no form with vectors and matrices</source>
        <translation>индексов сразу {count} ({indices}): векторами и матрицами это не записать</translation>
    </message>
    <message>
        <source>entries under a sum can only be added, multiplied and put in functions</source>
        <translation>элементы под суммой можно только складывать, умножать и подставлять в функции</translation>
    </message>
    <message>
        <source>sum over one of them first, or define parts: u = A x</source>
        <translation>сначала просуммируйте по одному из них или обозначьте части: u = A x</translation>
    </message>
    <message>
        <source>vectors cannot be added to entries under a sum</source>
        <translation>векторы нельзя складывать с элементами под суммой</translation>
    </message>
    <message>
        <source>give each its own sum</source>
        <translation>дайте каждому свою сумму</translation>
    </message>
    <message>
        <source>an exponent cannot be an entry under a sum</source>
        <translation>показатель не может быть элементом под суммой</translation>
    </message>
    <message>
        <source>write exp(... log(...))</source>
        <translation>пишите exp(... log(...))</translation>
    </message>
    <message>
        <source>nothing says how far {index} runs</source>
        <translation>не сказано, до чего меняется {index}</translation>
    </message>
    <message>
        <source>give the sum a limit: sum_{{{index}=1}}^{{n}}</source>
        <translation>укажите предел суммы: sum_{{{index}=1}}^{{n}}</translation>
    </message>
    <message>
        <source>{name} is one of a family, but the sum over {index} runs over entries</source>
        <translation>{name} — член семейства, но сумма по {index} идёт по элементам</translation>
    </message>
    <message>
        <source>declare the whole (a matrix with these as its columns), or none of the entries</source>
        <translation>объявите целое (матрицу с этими столбцами) или не пишите элементы</translation>
    </message>
    <message>
        <source>only a scalar can divide under a sum</source>
        <translation>под суммой делить можно только на скаляр</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>функция</translation>
    </message>
    <message>
        <source>a transpose</source>
        <translation>транспонирование</translation>
    </message>
    <message>
        <source>operations are nested more than {limit} deep</source>
        <translation>операции вложены глубже {limit}</translation>
    </message>
    <message>
        <source>name inner parts by definitions: u = ...</source>
        <translation>обозначьте внутренние части определениями: u = ...</translation>
    </message>
    <message>
        <source>found {spelled} where a number, a name or a bracket was expected</source>
        <translation>здесь {spelled}, а ожидалось число, имя или скобка</translation>
    </message>
    <message>
        <source>the expression ends after {last!r}, where a number, a name or a bracket was expected</source>
        <translation>выражение кончается после {last!r}, а ожидалось число, имя или скобка</translation>
    </message>
    <message>
        <source>the expression ends after {last!r}, where more was expected</source>
        <translation>выражение кончается после {last!r}, а ожидалось продолжение</translation>
    </message>
    <message>
        <source>found &apos;=&apos; inside an expression</source>
        <translation>внутри выражения стоит &apos;=&apos;</translation>
    </message>
    <message>
        <source>found {spelled} where {what} was expected</source>
        <translation>здесь {spelled}, а ожидалось: {what}</translation>
    </message>
    <message>
        <source>there is no expression here</source>
        <translation>здесь нет выражения</translation>
    </message>
    <message>
        <source>type one, for example x&apos; A x</source>
        <translation>введите его, например x&apos; A x</translation>
    </message>
    <message>
        <source>a definition is a line of its own: u = y - X w</source>
        <translation>определение — отдельная строка: u = y - X w</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>что-то другое</translation>
    </message>
    <message>
        <source>a derivative is not typed: type the function, and choose what to differentiate it by</source>
        <translation>производную вводить не нужно: введите функцию и выберите, по чему дифференцировать</translation>
    </message>
    <message>
        <source>the pseudo-inverse A^\dagger is not known; for full column rank write inv(A&apos; A) A&apos;</source>
        <translation>псевдообратная A^\dagger неизвестна; при полном столбцовом ранге пишите inv(A&apos; A) A&apos;</translation>
    </message>
    <message>
        <source>an integral cannot be differentiated here</source>
        <translation>интеграл здесь не дифференцируется</translation>
    </message>
    <message>
        <source>only \mathbb{R} is known, in a declaration such as x \in \mathbb{R}^n</source>
        <translation>известно только \mathbb{R}, в объявлении вида x \in \mathbb{R}^n</translation>
    </message>
    <message>
        <source>this environment is not understood; known are equation, align, bmatrix, pmatrix, array and their like</source>
        <translation>это окружение непонятно; известны equation, align, bmatrix, pmatrix, array и подобные</translation>
    </message>
    <message>
        <source>a backslash means nothing here; to divide by a matrix from the left, write inv(A) b</source>
        <translation>обратная косая черта здесь ничего не значит; чтобы делить на матрицу слева, пишите inv(A) b</translation>
    </message>
    <message>
        <source>the command \{name} is not understood</source>
        <translation>команда \{name} непонятна</translation>
    </message>
    <message>
        <source>a backslash at the end of the text means nothing</source>
        <translation>обратная косая черта в конце текста ничего не значит</translation>
    </message>
    <message>
        <source>{word!r} is not a known function</source>
        <translation>функция {word!r} неизвестна</translation>
    </message>
    <message>
        <source>{name} is a unit vector, and there are only {n} in R^{n}</source>
        <translation>{name} — единичный вектор, а в R^{n} их только {n}</translation>
    </message>
    <message>
        <source>there is no function here</source>
        <translation>здесь нет функции</translation>
    </message>
    <message>
        <source>type one, for example ||y - X w||^2</source>
        <translation>введите её, например ||y - X w||^2</translation>
    </message>
    <message>
        <source>declare {name} if it is something else</source>
        <translation>объявите {name}, если это нечто другое</translation>
    </message>
    <message>
        <source>choose another name for one of the two, or declare {name}</source>
        <translation>выберите для одного из них другое имя или объявите {name}</translation>
    </message>
    <message>
        <source>declare the shapes, as in X in R^(m,n)</source>
        <translation>объявите размеры, например X in R^(m,n)</translation>
    </message>
    <message>
        <source>declare it by a name, as in R^n</source>
        <translation>объявите его через имя, например R^n</translation>
    </message>
    <message>
        <source>the product {letters}</source>
        <translation>произведение {letters}</translation>
    </message>
    <message>
        <source>the word is no function, and not declared</source>
        <translation>такое слово — не функция и не объявлено</translation>
    </message>
    <message>
        <source>{name} is defined by itself</source>
        <translation>{name} определяется через себя</translation>
    </message>
    <message>
        <source>move the line {name} = ... above this one</source>
        <translation>переместите строку {name} = ... выше этой</translation>
    </message>
    <message>
        <source>{name} is defined further down</source>
        <translation>{name} определяется ниже</translation>
    </message>
    <message>
        <source>this line is a function, but the function is the last line</source>
        <translation>эта строка — функция, но функция — это последняя строка</translation>
    </message>
    <message>
        <source>{name} is declared twice</source>
        <translation>{name} объявлено дважды</translation>
    </message>
    <message>
        <source>keep one of the two declarations</source>
        <translation>оставьте одно из двух объявлений</translation>
    </message>
    <message>
        <source>give it a name (u = ...), or remove it</source>
        <translation>дайте ей имя (u = ...) или уберите её</translation>
    </message>
    <message>
        <source>only a square matrix is {property}, and {name} is {shape}</source>
        <translation>свойство {property} бывает только у квадратной матрицы, а {name} — {shape}</translation>
    </message>
    <message>
        <source>only a name can stand before &apos;=&apos;</source>
        <translation>перед &apos;=&apos; может стоять только имя</translation>
    </message>
    <message>
        <source>write u = ... or f(x) = ...</source>
        <translation>пишите u = ... или f(x) = ...</translation>
    </message>
    <message>
        <source>write, for example, A in R^(n,n) symmetric</source>
        <translation>напишите, например, A in R^(n,n) symmetric</translation>
    </message>
    <message>
        <source>{name} already has a meaning</source>
        <translation>у {name} уже есть смысл</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>выберите другое имя</translation>
    </message>
    <message>
        <source>nothing follows &apos;{name} =&apos;</source>
        <translation>после &apos;{name} =&apos; ничего нет</translation>
    </message>
    <message>
        <source>this is not a declaration</source>
        <translation>это не объявление</translation>
    </message>
    <message>
        <source>an upper-case letter is a matrix by convention</source>
        <translation>заглавная буква — по соглашению матрица</translation>
    </message>
    <message>
        <source>a lower-case letter is a column vector by convention</source>
        <translation>строчная буква — по соглашению вектор-столбец</translation>
    </message>
    <message>
        <source>a Greek letter or t is a scalar by convention</source>
        <translation>греческая буква или t — по соглашению скаляр</translation>
    </message>
    <message>
        <source>it has entries with two indices, is inverted, multiplies a vector, or stands in a determinant or trace</source>
        <translation>у неё элементы с двумя индексами, она обращается, умножает вектор или стоит под определителем или следом</translation>
    </message>
    <message>
        <source>it is transposed, stands in a norm, or has entries</source>
        <translation>он транспонируется, стоит под нормой или имеет элементы</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>матрица</translation>
    </message>
    <message numerus="yes">
        <source>{n} completions, {first}</source>
        <translation>
            <numerusform>{n} вариант, {first}</numerusform>
            <numerusform>{n} варианта, {first}</numerusform>
            <numerusform>{n} вариантов, {first}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stationary points in view.</source>
        <translation>
            <numerusform>{n} стационарная точка в этой области.</numerusform>
            <numerusform>{n} стационарные точки в этой области.</numerusform>
            <numerusform>{n} стационарных точек в этой области.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} degenerate</source>
        <translation>
            <numerusform>{n} вырожденная</numerusform>
            <numerusform>{n} вырожденные</numerusform>
            <numerusform>{n} вырожденных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minima</source>
        <translation>
            <numerusform>{n} минимум</numerusform>
            <numerusform>{n} минимума</numerusform>
            <numerusform>{n} минимумов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} maxima</source>
        <translation>
            <numerusform>{n} максимум</numerusform>
            <numerusform>{n} максимума</numerusform>
            <numerusform>{n} максимумов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} saddles</source>
        <translation>
            <numerusform>{n} седло</numerusform>
            <numerusform>{n} седла</numerusform>
            <numerusform>{n} сёдел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} valleys</source>
        <translation>
            <numerusform>{n} долина</numerusform>
            <numerusform>{n} долины</numerusform>
            <numerusform>{n} долин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ridges</source>
        <translation>
            <numerusform>{n} гребень</numerusform>
            <numerusform>{n} гребня</numerusform>
            <numerusform>{n} гребней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} terraces</source>
        <translation>
            <numerusform>{n} терраса</numerusform>
            <numerusform>{n} террасы</numerusform>
            <numerusform>{n} террас</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stationary points in view: {kinds}.</source>
        <translation>
            <numerusform>{n} стационарная точка в этой области: {kinds}.</numerusform>
            <numerusform>{n} стационарные точки в этой области: {kinds}.</numerusform>
            <numerusform>{n} стационарных точек в этой области: {kinds}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} curves of stationary points ({kinds}), where f = {values}.</source>
        <translation>
            <numerusform>{n} кривая стационарных точек ({kinds}), где f = {values}.</numerusform>
            <numerusform>{n} кривые стационарных точек ({kinds}), где f = {values}.</numerusform>
            <numerusform>{n} кривых стационарных точек ({kinds}), где f = {values}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sizes are now {sizes}; {names} were drawn again to fit.</source>
        <translation>
            <numerusform>Размеры теперь {sizes}; {names}: значение выбрано заново.</numerusform>
            <numerusform>Размеры теперь {sizes}; {names}: значения выбраны заново.</numerusform>
            <numerusform>Размеры теперь {sizes}; {names}: значения выбраны заново.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers</source>
        <translation>
            <numerusform>{n} число</numerusform>
            <numerusform>{n} числа</numerusform>
            <numerusform>{n} чисел</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} finite weights are needed, one a column.</source>
        <translation>
            <numerusform>нужен {n} конечный вес, по одному на столбец.</numerusform>
            <numerusform>нужны {n} конечных веса, по одному на столбец.</numerusform>
            <numerusform>нужны {n} конечных весов, по одному на столбец.</numerusform>
        </translation>
    </message>
    <message>
        <source>rounding errors decide at every random instance</source>
        <translation>во всех случайных примерах решают ошибки округления</translation>
    </message>
    <message>
        <source>the second derivative of {name}, which has no formula, is no matrix</source>
        <translation>вторая производная функции {name}, у которой нет формулы, — не матрица</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>это папка</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>Не удалось записать {path}: {reason}</translation>
    </message>
    <message>
        <source>typesetting failed: {error}</source>
        <translation>не удалось набрать: {error}</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Набор текста</translation>
    </message>
    <message>
        <source>“{name}” in the document must be {expected}.</source>
        <translation>«{name}» в документе: должно быть {expected}.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>да или нет (true, false)</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>список имён</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>конечное число</translation>
    </message>
    <message>
        <source>a whole number from 1 to {limit}</source>
        <translation>целое число от 1 до {limit}</translation>
    </message>
    <message>
        <source>a table of sizes</source>
        <translation>таблица размеров</translation>
    </message>
    <message>
        <source>a table of numbers</source>
        <translation>таблица чисел</translation>
    </message>
    <message>
        <source>a number, a list of numbers or a list of rows</source>
        <translation>число, список чисел или список строк</translation>
    </message>
    <message>
        <source>rows of one length</source>
        <translation>строки одной длины</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>два числа</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>таблица</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>положительное число</translation>
    </message>
    <message>
        <source>The file is too large to be a gradviz document.</source>
        <translation>Файл слишком велик для документа gradviz.</translation>
    </message>
    <message>
        <source>The file is not a gradviz document.</source>
        <translation>Этот файл — не документ gradviz.</translation>
    </message>
    <message>
        <source>The document does not name its version.</source>
        <translation>В документе не указана версия.</translation>
    </message>
    <message>
        <source>The document is of version {version}; this program reads up to version {known}.</source>
        <translation>Версия документа — {version}; эта программа читает версии до {known}.</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>одно из: {choices}</translation>
    </message>
    <message>
        <source>function</source>
        <translation>функция</translation>
    </message>
    <message>
        <source>Greek letter</source>
        <translation>греческая буква</translation>
    </message>
    <message>
        <source>property</source>
        <translation>свойство</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>операция</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>символ</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>определение</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>размерность</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>Вставить: {name}</translation>
    </message>
    <message>
        <source>Complete {name}</source>
        <translation>Дополнить: {name}</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>Заменить: {name}</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>Не удалось открыть {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>Не удалось записать {name}: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be opened. {reason}</source>
        <translation>Не удалось открыть {name}. {reason}</translation>
    </message>
    <message>
        <source>this place is still empty</source>
        <translation>это место ещё пусто</translation>
    </message>
    <message>
        <source>Type over it; Tab goes to the next.</source>
        <translation>Введите что-нибудь поверх; Tab переходит к следующему.</translation>
    </message>
    <message>
        <source>Mixed: a gradient has the shape of its variable, a Jacobian has a row for each entry of the function.
Numerator: derivatives of scalars are rows. Denominator: Jacobians are transposed.</source>
        <translation>Смешанная: градиент имеет размер переменной, в якобиане строка на каждый элемент функции.
По числителю: производные скаляров — строки. По знаменателю: якобианы транспонированы.</translation>
    </message>
    <message>
        <source>1st order</source>
        <translation>1-й порядок</translation>
    </message>
    <message>
        <source>2nd order</source>
        <translation>2-й порядок</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Смешанная</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>По числителю</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>По знаменателю</translation>
    </message>
    <message>
        <source>Differentials</source>
        <translation>Дифференциалы</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>По компонентам</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Цепное правило</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Определение</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>Структура</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Матрицы</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Функции</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Греческие</translation>
    </message>
    <message>
        <source>Along the gradient the increase is largest.</source>
        <translation>Вдоль градиента рост наибольший.</translation>
    </message>
    <message numerus="yes">
        <source>Copy {n} Lines as</source>
        <translation>
            <numerusform>Копировать {n} строку как</numerusform>
            <numerusform>Копировать {n} строки как</numerusform>
            <numerusform>Копировать {n} строк как</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>&amp;Вставка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>В&amp;ид</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>При&amp;меры</translation>
    </message>
    <message>
        <source>&amp;Derive</source>
        <translation>В&amp;ывод</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Новый</translation>
    </message>
    <message>
        <source>Start with an empty text</source>
        <translation>Начать с пустого текста</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>Новое &amp;окно</translation>
    </message>
    <message>
        <source>Open another window with an empty text</source>
        <translation>Открыть ещё одно окно с пустым текстом</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>&amp;Галерея…</translation>
    </message>
    <message>
        <source>Problems and landscapes to open, by topic</source>
        <translation>Задачи и ландшафты по темам, которые можно открыть</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>Н&amp;астройки…</translation>
    </message>
    <message>
        <source>Colours, sizes, and what is new</source>
        <translation>Цвета, размеры и новые документы</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>Сочетания кла&amp;виш…</translation>
    </message>
    <message>
        <source>See and change the keys of every command</source>
        <translation>Посмотреть и изменить клавиши любой команды</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>О&amp;ткрыть…</translation>
    </message>
    <message>
        <source>Open a .gradviz document</source>
        <translation>Открыть документ .gradviz</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Сохранить</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Сохранить документ</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Сохранить &amp;как…</translation>
    </message>
    <message>
        <source>Save the document under another name</source>
        <translation>Сохранить документ под другим именем</translation>
    </message>
    <message>
        <source>Export LaTe&amp;X…</source>
        <translation>Экспорт LaTe&amp;X…</translation>
    </message>
    <message>
        <source>Write the derivation as a LaTeX document</source>
        <translation>Записать вывод как документ LaTeX</translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation>Экспорт &amp;PDF…</translation>
    </message>
    <message>
        <source>Write the derivation as a PDF, without TeX</source>
        <translation>Записать вывод в PDF, без TeX</translation>
    </message>
    <message>
        <source>Export P&amp;lot…</source>
        <translation>Экспорт гра&amp;фика…</translation>
    </message>
    <message>
        <source>Write the plot as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>Записать график как PNG, SVG или PDF либо его числа как CSV</translation>
    </message>
    <message>
        <source>Export &amp;Descent…</source>
        <translation>Экспорт сп&amp;уска…</translation>
    </message>
    <message>
        <source>Write the descent as a GIF or MP4 animation, or its steps as CSV</source>
        <translation>Записать спуск как анимацию GIF или MP4 либо его шаги как CSV</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Отменить последнюю правку</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>Повторить отменённое</translation>
    </message>
    <message>
        <source>&amp;Go to the Text</source>
        <translation>Перейти к &amp;тексту</translation>
    </message>
    <message>
        <source>Put the cursor into the text</source>
        <translation>Поставить курсор в текст</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>&amp;Дополнить</translation>
    </message>
    <message>
        <source>Show what can be typed at the cursor</source>
        <translation>Показать, что можно ввести у курсора</translation>
    </message>
    <message>
        <source>Go to the &amp;Operators</source>
        <translation>Перейти к опер&amp;аторам</translation>
    </message>
    <message>
        <source>Choose a template by the keyboard</source>
        <translation>Выбрать шаблон с клавиатуры</translation>
    </message>
    <message>
        <source>S&amp;ymbols</source>
        <translation>&amp;Символы</translation>
    </message>
    <message>
        <source>Show what every name was taken for</source>
        <translation>Показать, как понято каждое имя</translation>
    </message>
    <message>
        <source>Copy the Answer as &amp;LaTeX</source>
        <translation>Копировать ответ как &amp;LaTeX</translation>
    </message>
    <message>
        <source>Copy the answer as LaTeX source</source>
        <translation>Копировать ответ как исходный текст LaTeX</translation>
    </message>
    <message>
        <source>Copy the Code as &amp;Python</source>
        <translation>Копировать код &amp;Python</translation>
    </message>
    <message>
        <source>Copy NumPy code for f and its derivative</source>
        <translation>Копировать код NumPy для f и её производной</translation>
    </message>
    <message>
        <source>Copy the Plo&amp;t</source>
        <translation>Копировать &amp;график</translation>
    </message>
    <message>
        <source>Copy the plot as an image</source>
        <translation>Копировать график как изображение</translation>
    </message>
    <message>
        <source>Copy Lines as L&amp;aTeX</source>
        <translation>Копировать строки как L&amp;aTeX</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as LaTeX</source>
        <translation>Копировать выделенные строки вывода или все как LaTeX</translation>
    </message>
    <message>
        <source>Copy Lines a&amp;s Typst</source>
        <translation>Копировать строки как T&amp;ypst</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as Typst</source>
        <translation>Копировать выделенные строки вывода или все как Typst</translation>
    </message>
    <message>
        <source>Copy Lines as Plain Te&amp;xt</source>
        <translation>Копировать строки как т&amp;екст</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as plain text</source>
        <translation>Копировать выделенные строки вывода или все как простой текст</translation>
    </message>
    <message>
        <source>Copy Lines as P&amp;icture</source>
        <translation>Копировать строки как &amp;рисунок</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as a picture (SVG and PNG)</source>
        <translation>Копировать выделенные строки вывода или все как рисунок (SVG и PNG)</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>Палитра &amp;команд…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>Найти команду по нескольким буквам названия</translation>
    </message>
    <message>
        <source>A&amp;rrange to Derive</source>
        <translation>Больше места в&amp;ыводу</translation>
    </message>
    <message>
        <source>Give most room to the derivation</source>
        <translation>Отдать больше всего места выводу</translation>
    </message>
    <message>
        <source>Arrange to E&amp;xplore</source>
        <translation>Больше места &amp;графику</translation>
    </message>
    <message>
        <source>Give most room to the picture</source>
        <translation>Отдать больше всего места графику</translation>
    </message>
    <message>
        <source>Prese&amp;nt</source>
        <translation>Пре&amp;зентация</translation>
    </message>
    <message>
        <source>Show the derivation line by line, large, on the full screen: Space goes on, Esc ends it</source>
        <translation>Показывать вывод строка за строкой, крупно, на весь экран: пробел — дальше, Esc — конец</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Во весь экран</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Занять весь экран</translation>
    </message>
    <message>
        <source>&amp;Verification…</source>
        <translation>Про&amp;верка…</translation>
    </message>
    <message>
        <source>How each step fared at random instances</source>
        <translation>Результат каждого шага на случайных примерах</translation>
    </message>
    <message>
        <source>Guided &amp;Tour</source>
        <translation>&amp;Обзор</translation>
    </message>
    <message>
        <source>Show the parts of the window one after another</source>
        <translation>Показать части окна одну за другой</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>&amp;Правила</translation>
    </message>
    <message>
        <source>Every rule that a derivation may name, with examples</source>
        <translation>Все правила, которые называет вывод, с примерами</translation>
    </message>
    <message>
        <source>How the &amp;Engine Works</source>
        <translation>Как &amp;работает движок</translation>
    </message>
    <message>
        <source>What the code says of itself, in the order in which a derivation is made</source>
        <translation>Что код говорит о себе, в порядке построения вывода</translation>
    </message>
    <message>
        <source>The &amp;Language</source>
        <translation>&amp;Язык ввода</translation>
    </message>
    <message>
        <source>What can be typed</source>
        <translation>Что можно вводить</translation>
    </message>
    <message>
        <source>&amp;Operators</source>
        <translation>&amp;Операторы</translation>
    </message>
    <message>
        <source>Show the operators above the text, or hide them</source>
        <translation>Показать операторы над текстом или скрыть их</translation>
    </message>
    <message>
        <source>Sha&amp;pes under the Factors</source>
        <translation>&amp;Размеры под множителями</translation>
    </message>
    <message>
        <source>Show rows×columns under every factor</source>
        <translation>Показывать строки×столбцы под каждым множителем</translation>
    </message>
    <message>
        <source>&amp;Every Rule</source>
        <translation>Каждое &amp;правило</translation>
    </message>
    <message>
        <source>Show each rule as a line of its own, or the lecturer&apos;s steps</source>
        <translation>Показывать каждое правило отдельной строкой или шаги лектора</translation>
    </message>
    <message>
        <source>Check &amp;My Answer</source>
        <translation>Проверить мой о&amp;твет</translation>
    </message>
    <message>
        <source>Type your own answer and have it judged</source>
        <translation>Введите свой ответ, и он будет проверен</translation>
    </message>
    <message>
        <source>Check My &amp;Next Line</source>
        <translation>Проверить мою &amp;строку</translation>
    </message>
    <message>
        <source>Type the next line of the derivation yourself and have it judged</source>
        <translation>Введите следующую строку вывода сами, и она будет проверена</translation>
    </message>
    <message>
        <source>&amp;Practice…</source>
        <translation>&amp;Практика…</translation>
    </message>
    <message>
        <source>Problems to solve line by line, with hints</source>
        <translation>Задачи, решаемые строка за строкой, с подсказками</translation>
    </message>
    <message>
        <source>Next P&amp;roblem</source>
        <translation>Следующая &amp;задача</translation>
    </message>
    <message>
        <source>Practise on the next unsolved problem</source>
        <translation>Перейти к следующей нерешённой задаче</translation>
    </message>
    <message>
        <source>&amp;Stop Computing</source>
        <translation>Остановить в&amp;ычисление</translation>
    </message>
    <message>
        <source>Stop the computation that is running</source>
        <translation>Остановить идущее вычисление</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>Как в с&amp;истеме</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Светлая или тёмная, как в системе</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>Светла&amp;я</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Тёмная</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>By &amp;Differentials</source>
        <translation>Методом &amp;дифференциалов</translation>
    </message>
    <message>
        <source>Take the differential, move it inward rule by rule, and read the derivative off</source>
        <translation>Взять дифференциал, правило за правилом провести его внутрь и прочитать производную</translation>
    </message>
    <message>
        <source>By De&amp;finition</source>
        <translation>По &amp;определению</translation>
    </message>
    <message>
        <source>The part of f(x + u) - f(x) that is linear in u</source>
        <translation>Часть f(x + u) - f(x), линейная по u</translation>
    </message>
    <message>
        <source>&amp;About gradviz</source>
        <translation>О про&amp;грамме gradviz</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>Что это за программа</translation>
    </message>
    <message>
        <source>Insert {text}</source>
        <translation>Вставить {text}</translation>
    </message>
    <message>
        <source>{command} (on)</source>
        <translation>{command} (включено)</translation>
    </message>
    <message numerus="yes">
        <source>It agrees up to {error} with the derivation at {n} random instances{sizes}.</source>
        <translation>
            <numerusform>С точностью до {error} согласуется с выводом на {n} случайном примере{sizes}.</numerusform>
            <numerusform>С точностью до {error} согласуется с выводом на {n} случайных примерах{sizes}.</numerusform>
            <numerusform>С точностью до {error} согласуется с выводом на {n} случайных примерах{sizes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It agrees exactly with the derivation at {n} random instances{sizes}.</source>
        <translation>
            <numerusform>Точно согласуется с выводом на {n} случайном примере{sizes}.</numerusform>
            <numerusform>Точно согласуется с выводом на {n} случайных примерах{sizes}.</numerusform>
            <numerusform>Точно согласуется с выводом на {n} случайных примерах{sizes}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct: {n} steps at once</source>
        <translation>
            <numerusform>Верно: {n} шаг сразу</numerusform>
            <numerusform>Верно: {n} шага сразу</numerusform>
            <numerusform>Верно: {n} шагов сразу</numerusform>
        </translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>П&amp;анели</translation>
    </message>
    <message>
        <source>Reset the Arran&amp;gement</source>
        <translation>Вернуть располо&amp;жение панелей</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>Каждая панель на исходном месте</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>&amp;Функция</translation>
    </message>
    <message>
        <source>Show or hide the text</source>
        <translation>Показать или скрыть текст</translation>
    </message>
    <message>
        <source>&amp;Derivation</source>
        <translation>&amp;Вывод</translation>
    </message>
    <message>
        <source>Show or hide the steps</source>
        <translation>Показать или скрыть шаги</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Изображение</translation>
    </message>
    <message>
        <source>Show or hide the plot</source>
        <translation>Показать или скрыть график</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>&amp;Подробности</translation>
    </message>
    <message>
        <source>Show or hide descent, point, values and symbols</source>
        <translation>Показать или скрыть спуск, точку, значения и символы</translation>
    </message>
    <message>
        <source>F&amp;loat or Dock This Panel</source>
        <translation>&amp;Открепить или закрепить панель</translation>
    </message>
    <message>
        <source>Have the panel with the keyboard float, or dock it again</source>
        <translation>Открепить панель, в которой находится курсор, или закрепить её снова</translation>
    </message>
    <message>
        <source>Loc&amp;k Panels</source>
        <translation>&amp;Зафиксировать панели</translation>
    </message>
    <message>
        <source>Keep the panels in place; unlocked, they are moved by their titles</source>
        <translation>Панели остаются на местах; без фиксации их перемещают за заголовки</translation>
    </message>
    <message>
        <source>By &amp;Components</source>
        <translation>По &amp;компонентам</translation>
    </message>
    <message>
        <source>Write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums</source>
        <translation>Записать элементы и суммы, дифференцировать по одному элементу и свернуть суммы символами Кронекера</translation>
    </message>
    <message>
        <source>By the C&amp;hain Rule</source>
        <translation>По &amp;цепному правилу</translation>
    </message>
    <message>
        <source>Name the inner functions, differentiate each by its argument, and multiply from the last to the first</source>
        <translation>Назвать внутренние функции, продифференцировать каждую по её аргументу и перемножить от последней к первой</translation>
    </message>
    <message>
        <source>{name} does not occur in the problem</source>
        <translation>{name} не встречается в задаче</translation>
    </message>
    <message>
        <source>there is no line yet</source>
        <translation>строки пока нет</translation>
    </message>
    <message>
        <source>type one, for example {example}</source>
        <translation>введите, например, {example}</translation>
    </message>
    <message>
        <source>too many differentials inside each other</source>
        <translation>слишком много вложенных дифференциалов</translation>
    </message>
    <message>
        <source>write the inner ones out</source>
        <translation>распишите внутренние</translation>
    </message>
    <message>
        <source>there is no answer yet</source>
        <translation>ответа пока нет</translation>
    </message>
    <message>
        <source>The derivation goes another way, and no single rule leads from the line above to yours; it is equal.</source>
        <translation>Вывод идёт другим путём, и ни одно правило само по себе не ведёт от строки выше к вашей; но она равна ей.</translation>
    </message>
    <message>
        <source>Yours is the transpose of what the chosen layout has: the answer in numerator layout.</source>
        <translation>Ваш ответ транспонирован относительно выбранной раскладки: это ответ в раскладке по числителю.</translation>
    </message>
    <message>
        <source>Nothing says so; declare {name} symmetric if it is meant to be.</source>
        <translation>Об этом ничего не сказано; объявите {name} symmetric, если так задумано.</translation>
    </message>
    <message>
        <source>Your answer is {factor} times the right one.</source>
        <translation>Ваш ответ — это верный, умноженный на {factor}.</translation>
    </message>
    <message>
        <source>The term {term} must be {factor} times as large.</source>
        <translation>Слагаемое {term} нужно умножить на {factor}.</translation>
    </message>
    <message>
        <source>At random numbers its entry {row}, {column} is {given}, and should be {right}.</source>
        <translation>На случайных числах элемент {row}, {column} равен {given}, а должен быть {right}.</translation>
    </message>
    <message>
        <source>Your answer is {given}, the derivative is {wanted}.</source>
        <translation>Ваш ответ — {given}, а производная — {wanted}.</translation>
    </message>
    <message>
        <source>{corrected} would be right.</source>
        <translation>Верно было бы {corrected}.</translation>
    </message>
    <message>
        <source>It stands in the derivation already, at this line or above.</source>
        <translation>Она уже есть в выводе: на этой строке или выше.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Верно</translation>
    </message>
    <message>
        <source>The gradient vanishes where this equation holds.</source>
        <translation>Градиент равен нулю там, где выполнено это уравнение.</translation>
    </message>
    <message>
        <source>There the gradient does not vanish.</source>
        <translation>Там градиент не равен нулю.</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>верный ответ</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>ваш ответ</translation>
    </message>
    <message>
        <source>right answer (entry {row}, {column})</source>
        <translation>верный ответ (элемент {row}, {column})</translation>
    </message>
    <message>
        <source>your answer (entry {row}, {column})</source>
        <translation>ваш ответ (элемент {row}, {column})</translation>
    </message>
    <message>
        <source>{rows}×{columns} random numbers</source>
        <translation>{rows}×{columns} случайных чисел</translation>
    </message>
    <message>
        <source>Yours is the transpose of what the chosen layout has: the answer in denominator layout.</source>
        <translation>Ваш ответ транспонирован относительно выбранной раскладки: это ответ в раскладке по знаменателю.</translation>
    </message>
    <message>
        <source>Nothing says so; declare the matrix symmetric if it is meant to be.</source>
        <translation>Об этом ничего не сказано; объявите матрицу symmetric, если так задумано.</translation>
    </message>
    <message>
        <source>Right only if {name} is symmetric</source>
        <translation>Верно, только если {name} симметрична</translation>
    </message>
    <message>
        <source>Your line is {factor} times the right line.</source>
        <translation>Ваша строка — это верная, умноженная на {factor}.</translation>
    </message>
    <message>
        <source>The term {term} is missing; the rest is right.</source>
        <translation>Не хватает слагаемого {term}; остальное верно.</translation>
    </message>
    <message>
        <source>The term {term} has the wrong sign; the rest is right.</source>
        <translation>У слагаемого {term} неверный знак; остальное верно.</translation>
    </message>
    <message>
        <source>A coefficient is wrong</source>
        <translation>Неверный коэффициент</translation>
    </message>
    <message>
        <source>At random numbers it differs from the derivation&apos;s lines.</source>
        <translation>На случайных числах она отличается от строк вывода.</translation>
    </message>
    <message>
        <source>At random numbers it differs from the derivation&apos;s answer.</source>
        <translation>На случайных числах он отличается от ответа вывода.</translation>
    </message>
    <message>
        <source>At random numbers it is {given}, and should be {right}.</source>
        <translation>На случайных числах получается {given}, а должно быть {right}.</translation>
    </message>
    <message>
        <source>Your line is {given}, the lines of the derivation are {wanted}.</source>
        <translation>Ваша строка — {given}, а строки вывода — {wanted}.</translation>
    </message>
    <message>
        <source>a scalar</source>
        <translation>скаляр</translation>
    </message>
    <message>
        <source>As it stands it cannot be: {reason}.</source>
        <translation>В таком виде это невозможно: {reason}.</translation>
    </message>
    <message>
        <source>A transpose is missing or too much</source>
        <translation>Транспонирование пропущено или лишнее</translation>
    </message>
    <message>
        <source>The entries are right, but yours is {given} and the layout chosen has {wanted}.</source>
        <translation>Элементы верны, но у вас {given}, а в выбранной раскладке {wanted}.</translation>
    </message>
    <message>
        <source>Your answer has no value where the function has one.</source>
        <translation>У вашего ответа нет значения там, где у функции оно есть.</translation>
    </message>
    <message>
        <source>There is no answer here that yours could be compared with.</source>
        <translation>Здесь нет ответа, с которым можно сравнить ваш.</translation>
    </message>
    <message>
        <source>Correct, transposed</source>
        <translation>Верно, транспонировано</translation>
    </message>
    <message>
        <source>Yours is the transpose of the derivation&apos;s line.</source>
        <translation>Ваша строка — транспонированная строка вывода.</translation>
    </message>
    <message>
        <source>Correct, but not further</source>
        <translation>Верно, но не дальше</translation>
    </message>
    <message>
        <source>Correct: {rule}</source>
        <translation>Верно: {rule}</translation>
    </message>
    <message>
        <source>Correct: there the gradient vanishes</source>
        <translation>Верно: там градиент равен нулю</translation>
    </message>
    <message>
        <source>It does not say that the gradient vanishes.</source>
        <translation>Отсюда не следует, что градиент равен нулю.</translation>
    </message>
    <message>
        <source>Right only if the matrix is symmetric</source>
        <translation>Верно, только если матрица симметрична</translation>
    </message>
    <message>
        <source>A term is missing</source>
        <translation>Не хватает слагаемого</translation>
    </message>
    <message>
        <source>A term too much</source>
        <translation>Лишнее слагаемое</translation>
    </message>
    <message>
        <source>Without the term {term} it would be right.</source>
        <translation>Без слагаемого {term} было бы верно.</translation>
    </message>
    <message>
        <source>A sign is wrong</source>
        <translation>Один знак неверен</translation>
    </message>
    <message>
        <source>Copy the Code as PyTorc&amp;h</source>
        <translation>Копировать код PyTorc&amp;h</translation>
    </message>
    <message>
        <source>Copy PyTorch code for f and its derivative</source>
        <translation>Копировать код PyTorch для f и её производной</translation>
    </message>
    <message>
        <source>Copy the Code as &amp;JAX</source>
        <translation>Копировать код &amp;JAX</translation>
    </message>
    <message>
        <source>Copy JAX code for f and its derivative</source>
        <translation>Копировать код JAX для f и её производной</translation>
    </message>
    <message>
        <source>Copy Lines as &amp;MathML</source>
        <translation>Копировать строки как &amp;MathML</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as MathML, for word processors and web pages</source>
        <translation>Копировать выделенные строки вывода или все как MathML — для текстовых редакторов и веб-страниц</translation>
    </message>
    <message>
        <source>write the answer with vectors and matrices</source>
        <translation>запишите ответ через векторы и матрицы</translation>
    </message>
    <message>
        <source>this answer by an entry is not understood</source>
        <translation>этот ответ, заданный элементом, не понят</translation>
    </message>
    <message>
        <source>an entry of this is no entry of the derivative, which is {shape}</source>
        <translation>это не элемент производной: её размер {shape}</translation>
    </message>
    <message>
        <source>look at what each index runs over</source>
        <translation>посмотрите, что пробегает каждый индекс</translation>
    </message>
    <message>
        <source>use {names}; dx is the differential of x, d(...) that of what is in the brackets</source>
        <translation>используйте {names}; dx — дифференциал x, d(...) — дифференциал того, что в скобках</translation>
    </message>
    <message>
        <source>use one of {names}</source>
        <translation>используйте одно из имён {names}</translation>
    </message>
    <message>
        <source>the derivative of {name} has no sign of its own</source>
        <translation>у производной {name} нет собственного обозначения</translation>
    </message>
    <message>
        <source>write it out, for example sigma(t) (1 - sigma(t))</source>
        <translation>выпишите её, например sigma(t) (1 - sigma(t))</translation>
    </message>
    <message>
        <source>Yours is an entry of {matrix}.</source>
        <translation>Ваш ответ — элемент {matrix}.</translation>
    </message>
    <message>
        <source>The factor {factor} is missing.</source>
        <translation>Не хватает множителя {factor}.</translation>
    </message>
    <message>
        <source>The term {term} must be multiplied by {factor}.</source>
        <translation>Слагаемое {term} надо умножить на {factor}.</translation>
    </message>
    <message>
        <source>A name is wrong</source>
        <translation>Неверное имя</translation>
    </message>
    <message>
        <source>The factors stand in the wrong order</source>
        <translation>Неверный порядок множителей</translation>
    </message>
    <message>
        <source>A factor is missing</source>
        <translation>Не хватает множителя</translation>
    </message>
    <message>
        <source>A factor too much</source>
        <translation>Лишний множитель</translation>
    </message>
    <message>
        <source>The diagonal is right</source>
        <translation>Диагональ верна</translation>
    </message>
    <message>
        <source>Go through the factors and compare their shapes.</source>
        <translation>Пройдите по множителям и сравните их размеры.</translation>
    </message>
    <message>
        <source>It is inside: in a bracket, or in what a function is of.</source>
        <translation>Он внутри: в скобках или в аргументе функции.</translation>
    </message>
    <message>
        <source>One letter stands where another one should.</source>
        <translation>Одна буква стоит на месте другой.</translation>
    </message>
    <message>
        <source>All the factors are there.</source>
        <translation>Все множители на месте.</translation>
    </message>
    <message>
        <source>A vector or a matrix, such as the inner derivative of the chain rule.</source>
        <translation>Вектора или матрицы — например, внутренней производной из цепного правила.</translation>
    </message>
    <message>
        <source>It has been differentiated already.</source>
        <translation>По нему уже продифференцировали.</translation>
    </message>
    <message>
        <source>The derivative is a diagonal matrix.</source>
        <translation>Производная — диагональная матрица.</translation>
    </message>
    <message>
        <source>The derivative is a diagonal matrix: {corrected} would be right.</source>
        <translation>Производная — диагональная матрица: верно было бы {corrected}.</translation>
    </message>
    <message>
        <source>Rounding errors decide at all the random numbers that were tried.</source>
        <translation>При всех опробованных случайных числах решают ошибки округления.</translation>
    </message>
    <message>
        <source>The rest is right.</source>
        <translation>Остальное верно.</translation>
    </message>
    <message>
        <source>Correct, in another layout</source>
        <translation>Верно, в другой раскладке</translation>
    </message>
    <message>
        <source>Correct, in another arrangement</source>
        <translation>Верно, в другом расположении</translation>
    </message>
    <message>
        <source>Right by another convention</source>
        <translation>Верно по другому соглашению</translation>
    </message>
    <message>
        <source>The variable has a structure, such as symmetry, that your answer uses otherwise or not at all. With independent entries, or with one entry for each pair, it would be right.</source>
        <translation>У переменной есть структура, например симметрия, которую ваш ответ учитывает иначе или не учитывает. При независимых элементах или при одном элементе на каждую пару он был бы верен.</translation>
    </message>
    <message>
        <source>By another variable</source>
        <translation>По другой переменной</translation>
    </message>
    <message>
        <source>That is the derivative by {variable}.</source>
        <translation>Это производная по {variable}.</translation>
    </message>
    <message>
        <source>The sign is wrong</source>
        <translation>Неверный знак</translation>
    </message>
    <message>
        <source>Everything else is right.</source>
        <translation>Всё остальное верно.</translation>
    </message>
    <message>
        <source>A factor is wrong</source>
        <translation>Неверный множитель</translation>
    </message>
    <message>
        <source>The shape is wrong</source>
        <translation>Неверный размер</translation>
    </message>
    <message>
        <source>Your line has no value where the function has one.</source>
        <translation>У вашей строки нет значения там, где у функции оно есть.</translation>
    </message>
    <message>
        <source>Not defined</source>
        <translation>Не определено</translation>
    </message>
    <message>
        <source>Not correct</source>
        <translation>Неверно</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Не оценено</translation>
    </message>
    <message>
        <source>The sizes were {sizes}.</source>
        <translation>Размеры: {sizes}.</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Plain Text</source>
        <translation>Простой текст</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Рисунок</translation>
    </message>
    <message>
        <source>NumPy Code</source>
        <translation>Код NumPy</translation>
    </message>
    <message>
        <source>PyTorch Code</source>
        <translation>Код PyTorch</translation>
    </message>
    <message>
        <source>JAX Code</source>
        <translation>Код JAX</translation>
    </message>
    <message>
        <source>Copy the Whole Derivation as</source>
        <translation>Копировать весь вывод как</translation>
    </message>
    <message>
        <source>What is differentiated.</source>
        <translation>То, что дифференцируется.</translation>
    </message>
    <message>
        <source>A name, and what it stands for.</source>
        <translation>Имя и то, что оно обозначает.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>точно</translation>
    </message>
    <message>
        <source>Click a part of the formula, or press Alt and an arrow key, for its shape and its value.</source>
        <translation>Щёлкните часть формулы или нажмите Alt со стрелкой, чтобы узнать её размер и значение.</translation>
    </message>
    <message>
        <source>{part} is {shape}; at the point it is {value}.</source>
        <translation>{part}: {shape}; в точке это {value}.</translation>
    </message>
    <message>
        <source>{part} is {shape}.</source>
        <translation>{part}: {shape}.</translation>
    </message>
    <message>
        <source>a table for each method</source>
        <translation>таблица для каждого метода</translation>
    </message>
    <message>
        <source>a list of methods</source>
        <translation>список методов</translation>
    </message>
    <message>
        <source>a whole number from 2 to {most}</source>
        <translation>целое число от 2 до {most}</translation>
    </message>
    <message>
        <source>tables of numbers and words</source>
        <translation>таблицы чисел и слов</translation>
    </message>
    <message>
        <source>In formulas d(U) is the differential of U, &apos; the transpose, .* the entrywise product, &lt;U, V&gt; the inner product; =&gt; leads from one statement to the next.</source>
        <translation>В формулах d(U) — дифференциал U, &apos; — транспонирование, .* — поэлементное произведение, &lt;U, V&gt; — скалярное произведение; =&gt; ведёт от одного утверждения к следующему.</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>второй порядок</translation>
    </message>
    <message>
        <source>by definition</source>
        <translation>по определению</translation>
    </message>
    <message>
        <source>by components</source>
        <translation>по компонентам</translation>
    </message>
    <message>
        <source>by the chain rule</source>
        <translation>по цепному правилу</translation>
    </message>
    <message>
        <source>with independent entries</source>
        <translation>с независимыми элементами</translation>
    </message>
    <message>
        <source>numerator layout</source>
        <translation>раскладка по числителю</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;gradviz&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Matrix calculus step by step: derivations with every rule named and every step checked with numbers, pictures of functions, and gradient descent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;gradviz&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Матричное дифференцирование шаг за шагом: выводы, где названо каждое правило и каждый шаг проверен на числах, графики функций и градиентный спуск.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>список чисел</translation>
    </message>
    <message>
        <source>two names</source>
        <translation>два имени</translation>
    </message>
    <message>
        <source>two lists of numbers, or none</source>
        <translation>два списка чисел или ни одного</translation>
    </message>
    <message>
        <source>lists of one length, that of the anchor</source>
        <translation>списки одной длины, как у точки привязки</translation>
    </message>
    <message>
        <source>a list of finite numbers</source>
        <translation>список конечных чисел</translation>
    </message>
    <message>
        <source>Along the contour the function does not change to first order.</source>
        <translation>Вдоль линии уровня функция в первом порядке не меняется.</translation>
    </message>
    <message>
        <source>Against the gradient the decrease is largest: the direction of descent.</source>
        <translation>Против градиента убывание наибольшее: это направление спуска.</translation>
    </message>
    <message>
        <source>{remainder} on a circle of radius {radius} shrinks like {measured} (measured; expected {expected}).</source>
        <translation>{remainder} на окружности радиуса {radius} убывает как {measured} (измерено; ожидается {expected}).</translation>
    </message>
    <message>
        <source>In all {n} coordinates: {kind}, eigenvalues {values}.</source>
        <translation>По всем {n} координатам: {kind}, собственные значения {values}.</translation>
    </message>
    <message>
        <source>Hessian with rows {rows}. Eigenvalues {values}.</source>
        <translation>Гессиан со строками {rows}. Собственные значения {values}.</translation>
    </message>
    <message>
        <source>condition {number}</source>
        <translation>обусловленность {number}</translation>
    </message>
    <message>
        <source>signature {numbers}</source>
        <translation>сигнатура {numbers}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{kind}.&lt;/b&gt; {meaning}</source>
        <translation>&lt;b&gt;{kind}.&lt;/b&gt; {meaning}</translation>
    </message>
    <message>
        <source>The function is its own Taylor polynomial of order {order}: the remainder is zero.</source>
        <translation>Функция совпадает со своим многочленом Тейлора порядка {order}: остаток равен нулю.</translation>
    </message>
    <message>
        <source>The map flattens the plane to a line here.</source>
        <translation>Отображение здесь сжимает плоскость в прямую.</translation>
    </message>
    <message>
        <source>The map keeps the orientation here.</source>
        <translation>Отображение здесь сохраняет ориентацию.</translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <translation>
            <numerusform>{n} шаг</numerusform>
            <numerusform>{n} шага</numerusform>
            <numerusform>{n} шагов</numerusform>
        </translation>
    </message>
    <message>
        <source>the entries of a matrix function such as expm have no form that one writes down</source>
        <translation>элементы функции от матрицы, такой как expm, не имеют обозримого выражения</translation>
    </message>
    <message>
        <source>a matrix function</source>
        <translation>функции от матрицы</translation>
    </message>
    <message>
        <source>the differential of a matrix function is an integral, but for {function}(t C) with a constant matrix C and for tr({function}(U))</source>
        <translation>дифференциал функции от матрицы — это интеграл, кроме {function}(t C) с постоянной матрицей C и tr({function}(U))</translation>
    </message>
    <message>
        <source>Clos&amp;e Window</source>
        <translation>&amp;Закрыть окно</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Закрыть это окно</translation>
    </message>
    <message>
        <source>Close all windows</source>
        <translation>Закрыть все окна</translation>
    </message>
    <message>
        <source>{name} has one index, and {matrix} is a matrix</source>
        <translation>у {name} один индекс, а {matrix} — матрица</translation>
    </message>
    <message>
        <source>write its entries {matrix}_ij, or the answer with the whole of {matrix}</source>
        <translation>запишите её элементы {matrix}_ij или ответ со всей матрицей {matrix}</translation>
    </message>
    <message>
        <source>With {corrected} the shapes fit, but that is not all:</source>
        <translation>С {corrected} размеры подходят, но это не всё:</translation>
    </message>
    <message>
        <source>An inverse is missing or too much</source>
        <translation>Обратной матрицы не хватает или она лишняя</translation>
    </message>
    <message>
        <source>Look at which matrices are inverted.</source>
        <translation>Посмотрите, какие матрицы обращены.</translation>
    </message>
    <message>
        <source>A term is wrong</source>
        <translation>Одно слагаемое неверно</translation>
    </message>
    <message>
        <source>The term {term} is wrong; the rest is right.</source>
        <translation>Слагаемое {term} неверно, остальное верно.</translation>
    </message>
    <message>
        <source>The file is damaged, or no gradviz document: it makes no sense in line {line}, column {column}.</source>
        <translation>Файл повреждён или это не документ gradviz: строка {line}, столбец {column} не читается.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Пример</translation>
    </message>
    <message>
        <source>Change the Options</source>
        <translation>Изменить параметры</translation>
    </message>
    <message>
        <source>Level of Detail</source>
        <translation>Подробность</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Show Shapes</source>
        <translation>Показать размеры</translation>
    </message>
    <message>
        <source>Hide Shapes</source>
        <translation>Скрыть размеры</translation>
    </message>
    <message>
        <source>Move the Point</source>
        <translation>Перемещение точки</translation>
    </message>
    <message>
        <source>Start a Descent</source>
        <translation>Начало спуска</translation>
    </message>
    <message>
        <source>Drag the Start</source>
        <translation>Перемещение начальной точки</translation>
    </message>
    <message>
        <source>Change the Step Size</source>
        <translation>Изменение размера шага</translation>
    </message>
    <message>
        <source>Change the Method</source>
        <translation>Смена метода</translation>
    </message>
    <message>
        <source>Change the Number of Steps</source>
        <translation>Изменение числа шагов</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Change the Layers</source>
        <translation>Смена слоёв</translation>
    </message>
    <message>
        <source>Choose the Plane</source>
        <translation>Выбор плоскости</translation>
    </message>
    <message>
        <source>Look along the Descent</source>
        <translation>Взгляд вдоль спуска</translation>
    </message>
    <message>
        <source>Change a Value</source>
        <translation>Изменение значения</translation>
    </message>
    <message>
        <source>Suggest a Step Size</source>
        <translation>Подбор размера шага</translation>
    </message>
    <message>
        <source>Change a Coordinate</source>
        <translation>Изменение координаты</translation>
    </message>
    <message>
        <source>Reset the Descent</source>
        <translation>Сброс спуска</translation>
    </message>
    <message>
        <source>The map reverses the orientation here.</source>
        <translation>Отображение здесь меняет ориентацию.</translation>
    </message>
    <message>
        <source>Two coordinates</source>
        <translation>Две координаты</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>Случайные направления</translation>
    </message>
    <message>
        <source>Gradient and its normal</source>
        <translation>Градиент и нормаль к нему</translation>
    </message>
    <message>
        <source>Extreme Hessian eigenvectors</source>
        <translation>Крайние собственные векторы гессиана</translation>
    </message>
    <message>
        <source>Three points</source>
        <translation>Три точки</translation>
    </message>
    <message>
        <source>The Hessian of {n} coordinates is too large for this.</source>
        <translation>Гессиан по {n} координатам для этого слишком велик.</translation>
    </message>
    <message>
        <source>There is no gradient.</source>
        <translation>Градиента нет.</translation>
    </message>
    <message>
        <source>The function is undefined everywhere in this view: its values, or another view, may help.</source>
        <translation>Во всей этой области функция не определена: помогут другие значения или другая область.</translation>
    </message>
    <message>
        <source>Click: start a descent there · drag the point · wheel: zoom</source>
        <translation>Щелчок: начать спуск здесь · тяните точку · колесо: масштаб</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>тепловая карта</translation>
    </message>
    <message>
        <source>regions of definiteness</source>
        <translation>области определённости</translation>
    </message>
    <message>
        <source>error of the Taylor model</source>
        <translation>погрешность модели Тейлора</translation>
    </message>
    <message>
        <source>contours</source>
        <translation>линии уровня</translation>
    </message>
    <message>
        <source>evenly spaced contours</source>
        <translation>равноотстоящие линии уровня</translation>
    </message>
    <message>
        <source>logarithmic contours</source>
        <translation>логарифмические линии уровня</translation>
    </message>
    <message>
        <source>gradient field</source>
        <translation>поле градиента</translation>
    </message>
    <message>
        <source>streamlines of the gradient</source>
        <translation>линии тока градиента</translation>
    </message>
    <message>
        <source>stationary points</source>
        <translation>стационарные точки</translation>
    </message>
    <message>
        <source>Hessian at the point</source>
        <translation>гессиан в точке</translation>
    </message>
    <message>
        <source>contours of the tangent plane</source>
        <translation>линии уровня касательной плоскости</translation>
    </message>
    <message>
        <source>contours of the second-order Taylor model</source>
        <translation>линии уровня модели Тейлора второго порядка</translation>
    </message>
    <message>
        <source>cursor: {values}</source>
        <translation>курсор: {values}</translation>
    </message>
    <message>
        <source>Not drawn, held at: {values}</source>
        <translation>Не показаны, закреплены: {values}</translation>
    </message>
    <message>
        <source>{layers} of {function} over the plane of {x} and {y}.</source>
        <translation>{layers}: функция {function} над плоскостью {x} и {y}.</translation>
    </message>
    <message>
        <source>At the point: {values}.</source>
        <translation>В точке: {values}.</translation>
    </message>
    <message>
        <source>A plane through {values}</source>
        <translation>Плоскость через {values}</translation>
    </message>
    <message>
        <source>nothing but the axes</source>
        <translation>только оси</translation>
    </message>
    <message>
        <source>{function} is not defined here</source>
        <translation>{function} здесь не определена</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>Изображения PNG</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>Рисунки SVG</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>Документы PDF</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>Таблицы CSV</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>минимум</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>максимум</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>седло</translation>
    </message>
    <message>
        <source>degenerate</source>
        <translation>вырожденная</translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation>склон</translation>
    </message>
    <message>
        <source>inflection</source>
        <translation>перегиб</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>There is no Taylor model: the function is not defined at the point.</source>
        <translation>Модели Тейлора нет: в этой точке функция не определена.</translation>
    </message>
    <message>
        <source>There is no stationary point in view. Zoom out, or move the view, to look elsewhere.</source>
        <translation>В этой области стационарных точек нет. Отдалите или сдвиньте её, чтобы поискать в другом месте.</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Colour the plane by the value of the function</source>
        <translation>Раскрасить плоскость по значению функции</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>Уровни</translation>
    </message>
    <message>
        <source>Lines of equal value, with their values</source>
        <translation>Линии равных значений, с подписями</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>The gradient: uphill, across the contours</source>
        <translation>Градиент: вверх по склону, поперёк линий уровня</translation>
    </message>
    <message>
        <source>Stationary</source>
        <translation>Стационарные</translation>
    </message>
    <message>
        <source>Mark the points where the gradient vanishes, by their kind</source>
        <translation>Отметить точки, где градиент равен нулю, по их типу</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>Гессиан</translation>
    </message>
    <message>
        <source>At the point: eigenvectors scaled by the curvature, and the conic of the quadratic form</source>
        <translation>В точке: собственные векторы в масштабе кривизны и коника квадратичной формы</translation>
    </message>
    <message>
        <source>Taylor</source>
        <translation>Тейлор</translation>
    </message>
    <message>
        <source>Contours of the Taylor model at the point, at the levels of the function&apos;s own</source>
        <translation>Линии уровня модели Тейлора в точке, на уровнях самой функции</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Погрешность</translation>
    </message>
    <message>
        <source>Colour the plane by |f − T₂|, the error of the model</source>
        <translation>Раскрасить плоскость по |f − T₂|, погрешности модели</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Области</translation>
    </message>
    <message>
        <source>Colour the plane by the definiteness of the Hessian</source>
        <translation>Раскрасить плоскость по определённости гессиана</translation>
    </message>
    <message>
        <source>Levels that suit the function</source>
        <translation>Уровни по функции</translation>
    </message>
    <message>
        <source>Evenly spaced levels</source>
        <translation>Равноотстоящие уровни</translation>
    </message>
    <message>
        <source>Logarithmic levels</source>
        <translation>Логарифмические уровни</translation>
    </message>
    <message>
        <source>Arrows as long as the gradient is large</source>
        <translation>Стрелки по длине градиента</translation>
    </message>
    <message>
        <source>Arrows of one length</source>
        <translation>Стрелки одной длины</translation>
    </message>
    <message>
        <source>Streamlines</source>
        <translation>Линии тока</translation>
    </message>
    <message>
        <source>First order: the tangent plane</source>
        <translation>Первый порядок: касательная плоскость</translation>
    </message>
    <message>
        <source>Second order: the quadric</source>
        <translation>Второй порядок: квадрика</translation>
    </message>
    <message>
        <source>The sizes are now {sizes}.</source>
        <translation>Размеры теперь {sizes}.</translation>
    </message>
    <message>
        <source>Its size is declared in the text; change it there.</source>
        <translation>Её размер объявлен в тексте; измените его там.</translation>
    </message>
    <message>
        <source>It must be square: both its sizes are {size}.</source>
        <translation>Она должна быть квадратной: оба размера — {size}.</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>Не хватает числа.</translation>
    </message>
    <message>
        <source>“{text}” is not a finite number.</source>
        <translation>«{text}» — не конечное число.</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>положительная</translation>
    </message>
    <message>
        <source>diagonal</source>
        <translation>диагональная</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>симметричная</translation>
    </message>
    <message>
        <source>positive definite</source>
        <translation>положительно определённая</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>ортогональная</translation>
    </message>
    <message>
        <source>The number divides by zero.</source>
        <translation>Деление на ноль.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>«{text}» — не число.</translation>
    </message>
    <message>
        <source>{name} was declared {property}, and this value is not.</source>
        <translation>{name}: объявлено «{property}», но это значение не такое.</translation>
    </message>
    <message>
        <source>positive semidefinite</source>
        <translation>положительно полуопределённая</translation>
    </message>
    <message>
        <source>invertible</source>
        <translation>обратимая</translation>
    </message>
    <message>
        <source>of full rank</source>
        <translation>полного ранга</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Светлые или тёмные</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Size of formulas</source>
        <translation>Размер формул</translation>
    </message>
    <message>
        <source>How large the derivation is typeset</source>
        <translation>Каким кеглем набирается вывод</translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation>При запуске программы</translation>
    </message>
    <message>
        <source>What there is when no document is opened</source>
        <translation>Что видно, если документ не открыт</translation>
    </message>
    <message>
        <source>Layout of new documents</source>
        <translation>Раскладка новых документов</translation>
    </message>
    <message>
        <source>Mixed: a gradient has the shape of its variable, a Jacobian a row for each entry of the function</source>
        <translation>Смешанная: градиент имеет размер переменной, в якобиане строка на каждый элемент функции</translation>
    </message>
    <message>
        <source>Steps of new documents</source>
        <translation>Шаги в новых документах</translation>
    </message>
    <message>
        <source>How fine the steps are</source>
        <translation>Насколько подробны шаги</translation>
    </message>
    <message>
        <source>Shapes in new documents</source>
        <translation>Размеры в новых документах</translation>
    </message>
    <message>
        <source>Whether rows×columns stand under the factors</source>
        <translation>Писать ли под множителями строки×столбцы</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Мелкий</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Крупный</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Очень крупный</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>Показать пример</translation>
    </message>
    <message>
        <source>Show the gallery</source>
        <translation>Показать галерею</translation>
    </message>
    <message>
        <source>Show an empty document</source>
        <translation>Показать пустой документ</translation>
    </message>
    <message>
        <source>As a lecturer writes them</source>
        <translation>Как пишет лектор</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>Каждое правило</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыты</translation>
    </message>
    <message>
        <source>Under the factors</source>
        <translation>Под множителями</translation>
    </message>
    <message>
        <source>What you type appears here as mathematics.</source>
        <translation>Здесь введённое появится в виде формул.</translation>
    </message>
    <message>
        <source>as last understood</source>
        <translation>последнее понятое</translation>
    </message>
    <message>
        <source>This function cannot be drawn: {reason}.</source>
        <translation>Эту функцию нельзя изобразить: {reason}.</translation>
    </message>
    <message>
        <source>This function cannot be drawn: its symbols hold {count} numbers, and pictures take up to {limit}.</source>
        <translation>Эту функцию нельзя изобразить: в её символах {count} чисел, а рисунок вмещает не более {limit}.</translation>
    </message>
    <message>
        <source>This function cannot be drawn: {reason}</source>
        <translation>Эту функцию нельзя изобразить: {reason}</translation>
    </message>
    <message>
        <source>The function&apos;s value is {shape}; the plane shows functions with one number as value, and maps of the plane, with two.</source>
        <translation>Значение функции — {shape}; плоскость показывает функции со значением-числом и отображения плоскости, с двумя числами.</translation>
    </message>
    <message>
        <source>There is no variable to draw over.</source>
        <translation>Нет переменной, по которой рисовать.</translation>
    </message>
    <message>
        <source>it is switched off by {variable}</source>
        <translation>он выключен переменной {variable}</translation>
    </message>
    <message>
        <source>there is no display, the platform is “{platform}”</source>
        <translation>нет дисплея, платформа — «{platform}»</translation>
    </message>
    <message>
        <source>the graphics driver offers none</source>
        <translation>графический драйвер его не предлагает</translation>
    </message>
    <message>
        <source>the graphics driver offers version {version}, and {needed} is needed</source>
        <translation>графический драйвер предлагает версию {version}, а нужна {needed}</translation>
    </message>
    <message>
        <source>A customary name of a function, unknown and written before a bracket.</source>
        <translation>Обычное имя неизвестной функции; стоит перед скобкой.</translation>
    </message>
    <message numerus="yes">
        <source>The start has {n} numbers;</source>
        <translation>
            <numerusform>В начальной точке {n} число;</numerusform>
            <numerusform>В начальной точке {n} числа;</numerusform>
            <numerusform>В начальной точке {n} чисел;</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the function has {n} coordinates.</source>
        <translation>
            <numerusform>у функции {n} координата.</numerusform>
            <numerusform>у функции {n} координаты.</numerusform>
            <numerusform>у функции {n} координат.</numerusform>
        </translation>
    </message>
    <message>
        <source>an eigenvalue has no form by entries that one writes down</source>
        <translation>собственное число не записывают через элементы матрицы</translation>
    </message>
    <message>
        <source>an eigenvector has no form by entries that one writes down</source>
        <translation>собственный вектор не записывают через элементы матрицы</translation>
    </message>
    <message>
        <source>an eigenvalue</source>
        <translation>собственное число</translation>
    </message>
    <message>
        <source>an eigenvector</source>
        <translation>собственный вектор</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>вектор</translation>
    </message>
    <message>
        <source>row vector</source>
        <translation>вектор-строка</translation>
    </message>
    <message>
        <source>square matrix</source>
        <translation>квадратная матрица</translation>
    </message>
    <message>
        <source>The text declares it.</source>
        <translation>Объявлено в тексте.</translation>
    </message>
    <message>
        <source>{rows}×{columns} numbers</source>
        <translation>{rows}×{columns} чисел</translation>
    </message>
    <message>
        <source>Click a cell to change it; the change is written into the text. F2 edits, Delete goes back to inferred.</source>
        <translation>Щёлкните по ячейке, чтобы изменить её; изменение пишется в текст. F2 — правка, Delete — снова предположение.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Свойства</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Откуда</translation>
    </message>
    <message>
        <source>Click to choose another kind</source>
        <translation>Щёлкните, чтобы выбрать другой вид</translation>
    </message>
    <message>
        <source>Double-click to type another shape, such as n×m</source>
        <translation>Дважды щёлкните, чтобы ввести другой размер, например n×m</translation>
    </message>
    <message>
        <source>An unspecified function</source>
        <translation>Функция без формулы</translation>
    </message>
    <message>
        <source>Double-click to type another signature, such as R^n → R</source>
        <translation>Дважды щёлкните, чтобы ввести, откуда и куда она действует, например R^n → R</translation>
    </message>
    <message>
        <source>What its formula gives</source>
        <translation>То, что даёт её формула</translation>
    </message>
    <message>
        <source>GIF animations</source>
        <translation>Анимации GIF</translation>
    </message>
    <message>
        <source>MP4 videos</source>
        <translation>Видео MP4</translation>
    </message>
    <message>
        <source>gradviz documents</source>
        <translation>Документы gradviz</translation>
    </message>
    <message>
        <source>Declare {name}</source>
        <translation>Объявить {name}</translation>
    </message>
    <message>
        <source>Take back {name}</source>
        <translation>Снять объявление {name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>Изменить {name}</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Переименовать {name}</translation>
    </message>
    <message>
        <source>A line with d(...) of a whole expression has no code; choose one in which it has been worked out.</source>
        <translation>У строки с d(...) от целого выражения нет кода; выберите строку, где дифференциал уже раскрыт.</translation>
    </message>
    <message>
        <source>{name} takes a condition and two values: {name}(x &gt; 0, a, b)</source>
        <translation>{name} принимает условие и два значения: {name}(x &gt; 0, a, b)</translation>
    </message>
    <message>
        <source>dot(x, A, y) is x&apos; A y, but here `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>dot(x, A, y) — это x&apos; A y, но здесь `{part0}` имеет размер {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>the second argument of {name} is 1, for each column, or 2, for each row</source>
        <translation>второй аргумент {name} — это 1 (по столбцам) или 2 (по строкам)</translation>
    </message>
    <message>
        <source>write where(x &gt; 0, a, b)</source>
        <translation>напишите where(x &gt; 0, a, b)</translation>
    </message>
    <message>
        <source>a product over an index is of numbers, but this is {shape0}</source>
        <translation>произведение по индексу берётся от чисел, а это {shape0}</translation>
    </message>
    <message>
        <source>the slope of leaky_relu is a scalar, but this is {shape0}</source>
        <translation>наклон в leaky_relu — скаляр, а это {shape0}</translation>
    </message>
    <message>
        <source>size(X, 1) is the number of rows, size(X, 2) that of columns</source>
        <translation>size(X, 1) — число строк, size(X, 2) — число столбцов</translation>
    </message>
    <message>
        <source>the condition of where is one comparison by &lt; or &gt;</source>
        <translation>условие в where — это одно сравнение знаком &lt; или &gt;</translation>
    </message>
    <message>
        <source>A&apos; = A</source>
        <translation>A&apos; = A</translation>
    </message>
    <message>
        <source>zero off the diagonal</source>
        <translation>вне диагонали нули</translation>
    </message>
    <message>
        <source>A&apos; A = I</source>
        <translation>A&apos; A = I</translation>
    </message>
    <message>
        <source>A⁻¹ exists</source>
        <translation>A⁻¹ существует</translation>
    </message>
    <message>
        <source>symmetric, x&apos; A x &gt; 0</source>
        <translation>симметрична, x&apos; A x &gt; 0</translation>
    </message>
    <message>
        <source>symmetric, x&apos; A x ≥ 0</source>
        <translation>симметрична, x&apos; A x ≥ 0</translation>
    </message>
    <message>
        <source>independent columns</source>
        <translation>столбцы линейно независимы</translation>
    </message>
    <message>
        <source>every entry &gt; 0</source>
        <translation>все элементы &gt; 0</translation>
    </message>
    <message>
        <source>sum of the diagonal</source>
        <translation>сумма диагонали</translation>
    </message>
    <message>
        <source>determinant</source>
        <translation>определитель</translation>
    </message>
    <message>
        <source>log |det A|</source>
        <translation>log |det A|</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>обратная</translation>
    </message>
    <message>
        <source>the same as A&apos;</source>
        <translation>то же, что A&apos;</translation>
    </message>
    <message>
        <source>2-norm; Frobenius norm of a matrix; norm(x, 1)</source>
        <translation>2-норма; для матрицы — норма Фробениуса; norm(x, 1)</translation>
    </message>
    <message>
        <source>sum of all entries</source>
        <translation>сумма всех элементов</translation>
    </message>
    <message>
        <source>log of the sum of exp of the entries</source>
        <translation>логарифм суммы экспонент элементов</translation>
    </message>
    <message>
        <source>exp of the entries over their sum</source>
        <translation>экспоненты элементов, делённые на их сумму</translation>
    </message>
    <message>
        <source>diagonal matrix; the diagonal of a matrix</source>
        <translation>диагональная матрица; диагональ матрицы</translation>
    </message>
    <message>
        <source>columns stacked into one</source>
        <translation>столбцы, поставленные один под другой</translation>
    </message>
    <message>
        <source>the matrix whose columns x stacks</source>
        <translation>матрица, столбцы которой стоят в x друг под другом</translation>
    </message>
    <message>
        <source>inner product</source>
        <translation>скалярное произведение</translation>
    </message>
    <message>
        <source>Kronecker product</source>
        <translation>произведение Кронекера</translation>
    </message>
    <message>
        <source>vector of ones</source>
        <translation>вектор из единиц</translation>
    </message>
    <message>
        <source>vector of zeros</source>
        <translation>нулевой вектор</translation>
    </message>
    <message>
        <source>identity matrix</source>
        <translation>единичная матрица</translation>
    </message>
    <message>
        <source>matrix exponential</source>
        <translation>матричная экспонента</translation>
    </message>
    <message>
        <source>matrix sine</source>
        <translation>синус матрицы</translation>
    </message>
    <message>
        <source>matrix cosine</source>
        <translation>косинус матрицы</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>собственные значения</translation>
    </message>
    <message>
        <source>positive part; the largest entry</source>
        <translation>положительная часть; наибольший элемент</translation>
    </message>
    <message>
        <source>the smallest entry</source>
        <translation>наименьший элемент</translation>
    </message>
    <message>
        <source>exponential function</source>
        <translation>экспонента</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>натуральный логарифм</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>квадратный корень</translation>
    </message>
    <message>
        <source>logistic function 1/(1 + e^-x)</source>
        <translation>логистическая функция 1/(1 + e^-x)</translation>
    </message>
    <message>
        <source>log(1 + e^x)</source>
        <translation>log(1 + e^x)</translation>
    </message>
    <message>
        <source>positive part</source>
        <translation>положительная часть</translation>
    </message>
    <message>
        <source>1 where x &gt; 0, else 0</source>
        <translation>1 при x &gt; 0, иначе 0</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>модуль</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>знак</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>синус</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>косинус</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>тангенс</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>гиперболический синус</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>гиперболический косинус</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>гиперболический тангенс</translation>
    </message>
    <message>
        <source>inverse sine</source>
        <translation>арксинус</translation>
    </message>
    <message>
        <source>inverse cosine</source>
        <translation>арккосинус</translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation>арктангенс</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>гиперболический арксинус</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>гиперболический арктангенс</translation>
    </message>
    <message>
        <source>logarithm to base 2</source>
        <translation>логарифм по основанию 2</translation>
    </message>
    <message>
        <source>logarithm to base 10</source>
        <translation>десятичный логарифм</translation>
    </message>
    <message>
        <source>log(1 + x)</source>
        <translation>log(1 + x)</translation>
    </message>
    <message>
        <source>e^x - 1</source>
        <translation>e^x - 1</translation>
    </message>
    <message>
        <source>every entry squared</source>
        <translation>каждый элемент в квадрате</translation>
    </message>
    <message>
        <source>error function</source>
        <translation>функция ошибок</translation>
    </message>
    <message>
        <source>1 - erf(x)</source>
        <translation>1 - erf(x)</translation>
    </message>
    <message>
        <source>distribution function of the standard normal distribution</source>
        <translation>функция распределения стандартного нормального закона</translation>
    </message>
    <message>
        <source>density of the standard normal distribution</source>
        <translation>плотность стандартного нормального закона</translation>
    </message>
    <message>
        <source>logarithm of the gamma function</source>
        <translation>логарифм гамма-функции</translation>
    </message>
    <message>
        <source>derivative of lgamma</source>
        <translation>производная lgamma</translation>
    </message>
    <message>
        <source>derivative of digamma</source>
        <translation>производная digamma</translation>
    </message>
    <message>
        <source>x .* normcdf(x)</source>
        <translation>x .* normcdf(x)</translation>
    </message>
    <message>
        <source>x .* sigma(x)</source>
        <translation>x .* sigma(x)</translation>
    </message>
    <message>
        <source>x where x &gt; 0, else e^x - 1</source>
        <translation>x при x &gt; 0, иначе e^x - 1</translation>
    </message>
    <message>
        <source>x^2/2 where |x| &lt; 1, else |x| - 1/2</source>
        <translation>x^2/2 при |x| &lt; 1, иначе |x| - 1/2</translation>
    </message>
    <message>
        <source>log of x/(1 - x)</source>
        <translation>логарифм x/(1 - x)</translation>
    </message>
    <message>
        <source>1/cos(x)</source>
        <translation>1/cos(x)</translation>
    </message>
    <message>
        <source>1/sin(x)</source>
        <translation>1/sin(x)</translation>
    </message>
    <message>
        <source>cotangent</source>
        <translation>котангенс</translation>
    </message>
    <message>
        <source>sum of the entries over their number</source>
        <translation>сумма элементов, делённая на их число</translation>
    </message>
    <message>
        <source>acts on each entry</source>
        <translation>действует на каждый элемент</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>размер</translation>
    </message>
    <message>
        <source>of this text</source>
        <translation>из этого текста</translation>
    </message>
    <message>
        <source>an unspecified function of a matrix has a number for its value</source>
        <translation>у функции матрицы без формулы значение — число</translation>
    </message>
    <message>
        <source>an unspecified function goes from R, R^n or R^(n,m) to R or R^m</source>
        <translation>функция без формулы действует из R, R^n или R^(n,m) в R или R^m</translation>
    </message>
    <message>
        <source>for example L: R^(n,m) -&gt; R</source>
        <translation>например, L: R^(n,m) -&gt; R</translation>
    </message>
    <message>
        <source>the entries of a vector stand in square brackets: [x^2 - y^2; 2 x y]</source>
        <translation>элементы вектора пишутся в квадратных скобках: [x^2 - y^2; 2 x y]</translation>
    </message>
    <message>
        <source>there is nothing behind this product</source>
        <translation>за этим произведением ничего нет</translation>
    </message>
    <message>
        <source>write \prod_i x_i</source>
        <translation>напишите \prod_i x_i</translation>
    </message>
    <message>
        <source>type the function itself, without \arg\min</source>
        <translation>введите саму функцию, без \arg\min</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>a constant changes no derivative</source>
        <translation>постоянная не меняет производной</translation>
    </message>
    <message>
        <source>{size} matrix</source>
        <translation>матрица {size}</translation>
    </message>
    <message>
        <source>{size} column vector</source>
        <translation>вектор-столбец {size}</translation>
    </message>
    <message>
        <source>{size} because {reason}</source>
        <translation>{size}, так как {reason}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} и {second}</translation>
    </message>
    <message>
        <source>factors that are no entries of a vector are taken to be positive</source>
        <translation>множители, которые не являются элементами вектора, считаются положительными</translation>
    </message>
    <message>
        <source>det(diag(x)) of a vector&apos;s entries, else the exponential of the sum of logarithms</source>
        <translation>det(diag(x)) для элементов вектора, иначе экспонента суммы логарифмов</translation>
    </message>
    <message>
        <source>a function without brackets takes the product that follows</source>
        <translation>функция без скобок берёт произведение, которое следует за ней</translation>
    </message>
    <message>
        <source>the Greek letter stands directly before a bracket and never alone; declare it to multiply</source>
        <translation>греческая буква стоит прямо перед скобкой и нигде отдельно; объявите её, если это множитель</translation>
    </message>
    <message>
        <source>{reason}; {size}</source>
        <translation>{reason}; {size}</translation>
    </message>
    <message>
        <source>square because nothing else settles its size</source>
        <translation>квадратная, так как больше ничто не задаёт размер</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>строк: {n}</translation>
    </message>
    <message>
        <source>the normal distribution function</source>
        <translation>функция нормального распределения</translation>
    </message>
    <message>
        <source>the gamma function</source>
        <translation>гамма-функция</translation>
    </message>
    <message>
        <source>{name} is {size} in {place}</source>
        <translation>{name} — {size} в {place}</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>столбцов: {n}</translation>
    </message>
    <message>
        <source>unit vector number {n}</source>
        <translation>единичный вектор номер {n}</translation>
    </message>
    <message>
        <source>e with a number, not declared</source>
        <translation>e с номером, не объявлено</translation>
    </message>
    <message>
        <source>log |det| of the matrix</source>
        <translation>log |det| матрицы</translation>
    </message>
    <message>
        <source>the absolute value lets the logarithm exist</source>
        <translation>с модулем логарифм существует</translation>
    </message>
    <message>
        <source>the logistic function</source>
        <translation>логистическая функция</translation>
    </message>
    <message>
        <source>sigma stands before a bracket and never alone</source>
        <translation>сигма стоит перед скобкой и нигде сама по себе</translation>
    </message>
    <message>
        <source>{name} of every entry</source>
        <translation>{name} от каждого элемента</translation>
    </message>
    <message>
        <source>a function of one variable acts on each entry</source>
        <translation>функция одной переменной действует на каждый элемент</translation>
    </message>
    <message>
        <source>a {kind} does not fit: {reason}</source>
        <translation>{kind} не подходит: {reason}</translation>
    </message>
    <message>
        <source>a product of whole vectors and matrices</source>
        <translation>произведение целых векторов и матриц</translation>
    </message>
    <message>
        <source>a sum over their entries</source>
        <translation>сумма по их элементам</translation>
    </message>
    <message>
        <source>{name}(x) is short for it</source>
        <translation>{name}(x) — сокращение для этого</translation>
    </message>
    <message>
        <source>a {kind} does not fit beside the rest</source>
        <translation>{kind} не подходит к остальному</translation>
    </message>
    <message>
        <source>a {kind} would fit, but the function would not be a scalar</source>
        <translation>{kind}: подошло бы, но функция не была бы скаляром</translation>
    </message>
    <message>
        <source>an inner product</source>
        <translation>скалярное произведение</translation>
    </message>
    <message>
        <source>a dot between two columns</source>
        <translation>точка между двумя столбцами</translation>
    </message>
    <message>
        <source>it multiplies the rest of {here}</source>
        <translation>оно умножает остальное в {here}</translation>
    </message>
    <message>
        <source>a 1×1 product, acts as a scalar</source>
        <translation>произведение 1×1, действует как скаляр</translation>
    </message>
    <message>
        <source>the Frobenius norm</source>
        <translation>норма Фробениуса</translation>
    </message>
    <message>
        <source>the norm of a matrix, where no other is named</source>
        <translation>норма матрицы, когда другая не указана</translation>
    </message>
    <message>
        <source>a determinant</source>
        <translation>определитель</translation>
    </message>
    <message>
        <source>{remainder} on a circle of radius {radius} shrinks like {measured} (measured; {expected} or faster).</source>
        <translation>{remainder} на окружности радиуса {radius} убывает как {measured} (измерено; {expected} или быстрее).</translation>
    </message>
    <message>
        <source>single bars around a square matrix</source>
        <translation>одинарные черты вокруг квадратной матрицы</translation>
    </message>
    <message>
        <source>it is added to a matrix or vector in {here}</source>
        <translation>складывается с матрицей или вектором в {here}</translation>
    </message>
    <message>
        <source>Euler&apos;s number</source>
        <translation>число Эйлера</translation>
    </message>
    <message>
        <source>it is raised to a power somewhere in the text</source>
        <translation>где-то в тексте возводится в степень</translation>
    </message>
    <message>
        <source>this number in every entry</source>
        <translation>это число в каждом элементе</translation>
    </message>
    <message>
        <source>a sum over entries or a family runs over a whole index: \sum_{i=1}^{n}, or sum_i</source>
        <translation>сумма по элементам или семейству идёт по всему индексу: \sum_{i=1}^{n} или sum_i</translation>
    </message>
    <message>
        <source>the text has {length:,} characters; the most that is read is {limit:,}</source>
        <translation>в тексте {length:,} знаков; читается не больше {limit:,}</translation>
    </message>
    <message>
        <source>shorten it, or split it into definitions</source>
        <translation>сократите его или разбейте на определения</translation>
    </message>
    <message>
        <source>a point here means nothing</source>
        <translation>точка здесь ничего не значит</translation>
    </message>
    <message>
        <source>remove it, or write a product with *</source>
        <translation>уберите её или запишите произведение через *</translation>
    </message>
    <message>
        <source>this range of a sum is not known</source>
        <translation>такие пределы суммы непонятны</translation>
    </message>
    <message>
        <source>this subscript is not understood</source>
        <translation>этот индекс непонятен</translation>
    </message>
    <message>
        <source>a subscript is a letter, a number or a word, as in x_i</source>
        <translation>индекс — буква, число или слово, например x_i</translation>
    </message>
    <message>
        <source>{found!r} is never closed</source>
        <translation>{found!r} нигде не закрывается</translation>
    </message>
    <message>
        <source>add {mate!r}</source>
        <translation>добавьте {mate!r}</translation>
    </message>
    <message>
        <source>brackets are nested more than {limit} deep</source>
        <translation>скобки вложены глубже {limit}</translation>
    </message>
    <message>
        <source>the character {character!r} is not understood</source>
        <translation>знак {character!r} непонятен</translation>
    </message>
    <message>
        <source>this number is too large or too long to work with</source>
        <translation>это число слишком велико или слишком длинно</translation>
    </message>
    <message>
        <source>{text!r} closes nothing</source>
        <translation>{text!r} ничего не закрывает</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>уберите</translation>
    </message>
    <message>
        <source>use at most 40 digits and exponents up to 300</source>
        <translation>не больше 40 цифр и показатели до 300</translation>
    </message>
    <message>
        <source>a second decimal point in one number</source>
        <translation>вторая десятичная точка в одном числе</translation>
    </message>
    <message>
        <source>a raised sign needs one number, letter or T</source>
        <translation>верхнему знаку нужно одно число, буква или T</translation>
    </message>
    <message>
        <source>for example x⁻¹ or Aᵀ</source>
        <translation>например, x⁻¹ или Aᵀ</translation>
    </message>
    <message>
        <source>a function has no {text!r}: constraints are not part of what is differentiated</source>
        <translation>в функции нет {text!r}: ограничения не дифференцируются</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; with a variable below says what to do with a function</source>
        <translation>&apos;{word}&apos; с переменной внизу говорит, что делать с функцией</translation>
    </message>
    <message>
        <source>leave the constraint out, or declare a property such as positive</source>
        <translation>уберите ограничение или объявите свойство, например positive</translation>
    </message>
    <message>
        <source>type the function itself, without it</source>
        <translation>введите саму функцию, без этого</translation>
    </message>
    <message>
        <source>\frac needs two groups in braces</source>
        <translation>\frac требует двух групп в фигурных скобках</translation>
    </message>
    <message>
        <source>write \frac{a}{b}</source>
        <translation>напишите \frac{a}{b}</translation>
    </message>
    <message>
        <source>`{part0}` is {size0} but `{part1}` has {rows1} rows: `{whole}` is no product</source>
        <translation>`{part0}` — {size0}, а в `{part1}` строк: {rows1}; `{whole}` — не произведение</translation>
    </message>
    <message>
        <source>the index {index} is no number here: it can only choose an entry, as in x_{index}</source>
        <translation>индекс {index} здесь не число: он может только выбирать элемент, как в x_{index}</translation>
    </message>
    <message>
        <source>a size is a whole number from 1 to {limit}, or the name of a dimension</source>
        <translation>размер — целое число от 1 до {limit} или имя размерности</translation>
    </message>
    <message>
        <source>two columns do not multiply: `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>два столбца не перемножаются: `{part0}` — {size0}, `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>did you mean {name} .^ 2 (entry by entry) or {dual}?</source>
        <translation>может быть, {name} .^ 2 (поэлементно) или {dual}?</translation>
    </message>
    <message>
        <source>|A|, a determinant,</source>
        <translation>|A|, определитель,</translation>
    </message>
    <message>
        <source>&lt;a, b&gt; needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>&lt;a, b&gt; требует одинаковых размеров, но `{part0}` — {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>the rows have {counts} entries; all need the same number</source>
        <translation>в строках {counts} элементов; нужно одинаковое число</translation>
    </message>
    <message>
        <source>N(x; mu, S) needs a column or scalar x and mu of one shape, not {shape0} and {shape1}</source>
        <translation>N(x; mu, S) требует столбцов или скаляров x и mu одного размера, а здесь {shape0} и {shape1}</translation>
    </message>
    <message>
        <source>entry {number} is further than the check of the derivation goes</source>
        <translation>элемент {number} дальше, чем доходит проверка вывода</translation>
    </message>
    <message>
        <source>take one of the first {count}</source>
        <translation>возьмите один из первых {count}</translation>
    </message>
    <message>
        <source>write {name} I to add it to the diagonal, {name} ones({size}) to add it to every entry</source>
        <translation>напишите {name} I, чтобы прибавить его к диагонали, {name} ones({size}) — к каждому элементу</translation>
    </message>
    <message>
        <source>the sum of the entries over their number</source>
        <translation>сумма элементов, делённая на их число</translation>
    </message>
    <message>
        <source>where x &gt; 0 it is arctan(y/x)</source>
        <translation>при x &gt; 0 это arctan(y/x)</translation>
    </message>
    <message>
        <source>a matrix power is drawn for exponents from 0 to {largest}</source>
        <translation>степень матрицы рисуется для показателей от 0 до {largest}</translation>
    </message>
    <message>
        <source>Add the squares of the derivatives to their sums.</source>
        <translation>Прибавить квадраты производных к их суммам.</translation>
    </message>
    <message>
        <source>Divide each derivative by the root of its sum, and scale.</source>
        <translation>Разделить каждую производную на корень из её суммы и умножить на размер шага.</translation>
    </message>
    <message>
        <source>Average the squares of the derivatives.</source>
        <translation>Усреднить квадраты производных.</translation>
    </message>
    <message>
        <source>Divide each derivative by the root of its average, and scale.</source>
        <translation>Разделить каждую производную на корень из её среднего и умножить на размер шага.</translation>
    </message>
    <message>
        <source>Average the gradients.</source>
        <translation>Усреднить градиенты.</translation>
    </message>
    <message>
        <source>Take out the bias to 0 of young averages.</source>
        <translation>Убрать смещение молодых средних к 0.</translation>
    </message>
    <message>
        <source>Divide the average by the root of the squares, and scale.</source>
        <translation>Разделить среднее на корень из квадратов и умножить на размер шага.</translation>
    </message>
    <message>
        <source>Shrink the variable.</source>
        <translation>Сжать переменную.</translation>
    </message>
    <message>
        <source>Look ahead: mix the average with this gradient, and take out the bias.</source>
        <translation>Заглянуть вперёд: смешать среднее с этим градиентом и убрать смещение.</translation>
    </message>
    <message>
        <source>Divide by the root of the squares, and scale.</source>
        <translation>Разделить на корень из квадратов и умножить на размер шага.</translation>
    </message>
    <message>
        <source>The step size is at most 1/λ_max = {bound:.4g}: every step lowers f without overshooting.</source>
        <translation>Размер шага не больше 1/λ_max = {bound:.4g}: каждый шаг снижает f без перескока.</translation>
    </message>
    <message>
        <source>No curvature is positive here: there is no minimum to converge to.</source>
        <translation>Здесь ни одна кривизна не положительна: нет минимума, к которому сходиться.</translation>
    </message>
    <message>
        <source>The step size is the bound 2/λ_max: along the steepest curvature the iterates go to and fro.</source>
        <translation>Размер шага равен границе 2/λ_max: вдоль наибольшей кривизны приближения ходят туда и обратно.</translation>
    </message>
    <message>
        <source>The step size is below 2/λ_max = {bound:.4g}, above 1/λ_max: the iterates zigzag across the steepest curvature, each time to {factor:.3g} times the distance.</source>
        <translation>Размер шага меньше 2/λ_max = {bound:.4g}, но больше 1/λ_max: поперёк наибольшей кривизны приближения идут зигзагом, каждый раз на {factor:.3g} прежнего расстояния.</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”; it has {known}.</source>
        <translation>{method}: нет параметра «{name}»; есть {known}.</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”; it has none.</source>
        <translation>{method}: нет параметра «{name}»; параметров нет.</translation>
    </message>
    <message>
        <source>There is no method “{id}”; there are {known}.</source>
        <translation>Метода «{id}» нет; есть {known}.</translation>
    </message>
    <message>
        <source>The negative gradient.</source>
        <translation>Антиградиент.</translation>
    </message>
    <message>
        <source>Add a share of the last direction.</source>
        <translation>Прибавить долю прошлого направления.</translation>
    </message>
    <message>
        <source>Begin anew: no share of the last direction.</source>
        <translation>Начать заново: без доли прошлого направления.</translation>
    </message>
    <message>
        <source>{method} needs a sum of squares, such as ‖Xw − y‖²; this function is not seen to be one.</source>
        <translation>{method}: нужна сумма квадратов, например ‖Xw − y‖²; в этой функции её не видно.</translation>
    </message>
    <message>
        <source>{method} needs a sum over rows of data; this function is not seen to be one.</source>
        <translation>{method}: нужна сумма по строкам данных; в этой функции её не видно.</translation>
    </message>
    <message>
        <source>This run was carried on already; carry on with the latest one.</source>
        <translation>Этот спуск уже продолжен; продолжайте последний.</translation>
    </message>
    <message>
        <source>No more than {room:,} steps are recorded for so many coordinates.</source>
        <translation>При стольких координатах записывается не больше {room:,} шагов.</translation>
    </message>
    <message>
        <source>Evaluate the gradient here.</source>
        <translation>Вычислить градиент здесь.</translation>
    </message>
    <message>
        <source>Move to the next iterate.</source>
        <translation>Перейти к следующему приближению.</translation>
    </message>
    <message>
        <source>Scale the negative gradient with the step size.</source>
        <translation>Умножить антиградиент на размер шага.</translation>
    </message>
    <message>
        <source>Keep a share of the velocity.</source>
        <translation>Оставить долю скорости.</translation>
    </message>
    <message>
        <source>Add the gradient: the new velocity.</source>
        <translation>Прибавить градиент: новая скорость.</translation>
    </message>
    <message>
        <source>Scale the negative velocity with the step size.</source>
        <translation>Умножить скорость с минусом на размер шага.</translation>
    </message>
    <message>
        <source>Step along the negative gradient.</source>
        <translation>Шаг вдоль антиградиента.</translation>
    </message>
    <message>
        <source>Look ahead along the new velocity.</source>
        <translation>Заглянуть вперёд вдоль новой скорости.</translation>
    </message>
    <message>
        <source>Evaluate the residuals and their Jacobian here.</source>
        <translation>Вычислить невязки и их якобиан здесь.</translation>
    </message>
    <message>
        <source>Solve the linear least squares for the step.</source>
        <translation>Найти шаг из линейной задачи наименьших квадратов.</translation>
    </message>
    <message>
        <source>f falls: take this step.</source>
        <translation>f убывает: принять шаг.</translation>
    </message>
    <message>
        <source>f does not fall: trust the model less.</source>
        <translation>f не убывает: меньше доверять модели.</translation>
    </message>
    <message>
        <source>Set λ by how right the model was.</source>
        <translation>Выбрать λ по тому, насколько верна была модель.</translation>
    </message>
    <message>
        <source>The slope along the line is zero: take this step.</source>
        <translation>Наклон вдоль прямой — ноль: принять шаг.</translation>
    </message>
    <message>
        <source>The line search finds no step that is low enough and flat enough.</source>
        <translation>Линейный поиск не находит шага, достаточно низкого и пологого.</translation>
    </message>
    <message>
        <source>The direction is not finite.</source>
        <translation>Направление не конечно.</translation>
    </message>
    <message>
        <source>The direction does not lead downhill.</source>
        <translation>Направление не ведёт вниз.</translation>
    </message>
    <message>
        <source>The slope is not yet zero: look between.</source>
        <translation>Наклон ещё не ноль: искать между.</translation>
    </message>
    <message>
        <source>Still too steep: look further.</source>
        <translation>Всё ещё слишком круто: искать дальше.</translation>
    </message>
    <message>
        <source>Low enough, but too steep: look between.</source>
        <translation>Достаточно низко, но слишком круто: искать между.</translation>
    </message>
    <message>
        <source>f has no minimum along this direction: it falls on and on.</source>
        <translation>Вдоль этого направления у f нет минимума: она всё убывает.</translation>
    </message>
    <message>
        <source>No minimum is found along this direction.</source>
        <translation>Вдоль этого направления минимум не найден.</translation>
    </message>
    <message>
        <source>Still falling: look further.</source>
        <translation>Всё ещё убывает: искать дальше.</translation>
    </message>
    <message>
        <source>Undefined here: look nearer.</source>
        <translation>Здесь не определена: искать ближе.</translation>
    </message>
    <message>
        <source>Not low enough: look between.</source>
        <translation>Недостаточно низко: искать между.</translation>
    </message>
    <message>
        <source>Low enough and flat enough: take this step.</source>
        <translation>Достаточно низко и полого: принять шаг.</translation>
    </message>
    <message>
        <source>Rising again: look between.</source>
        <translation>Снова растёт: искать между.</translation>
    </message>
    <message>
        <source>Low enough: take this step.</source>
        <translation>Достаточно низко: принять шаг.</translation>
    </message>
    <message>
        <source>Not low enough: shorten the step.</source>
        <translation>Недостаточно низко: укоротить шаг.</translation>
    </message>
    <message>
        <source>Not low enough: look nearer.</source>
        <translation>Недостаточно низко: искать ближе.</translation>
    </message>
    <message>
        <source>Evaluate the Hessian here.</source>
        <translation>Вычислить гессиан здесь.</translation>
    </message>
    <message>
        <source>The Hessian is singular here: Newton&apos;s step is not defined.</source>
        <translation>Гессиан здесь вырожден: шаг Ньютона не определён.</translation>
    </message>
    <message>
        <source>Solve for the minimum of the quadratic model.</source>
        <translation>Найти минимум квадратичной модели.</translation>
    </message>
    <message>
        <source>Solve for the stationary point (not a minimum: a curvature is negative) of the quadratic model.</source>
        <translation>Найти стационарную точку квадратичной модели (не минимум: одна из кривизн отрицательна).</translation>
    </message>
    <message>
        <source>Move there.</source>
        <translation>Перейти туда.</translation>
    </message>
    <message>
        <source>Make it positive definite: turn negative eigenvalues round.</source>
        <translation>Сделать положительно определённым: обратить отрицательные собственные значения.</translation>
    </message>
    <message>
        <source>The Hessian is not finite here.</source>
        <translation>Гессиан здесь не конечен.</translation>
    </message>
    <message>
        <source>f is not seen to be a sum of squares.</source>
        <translation>Не видно, что f — сумма квадратов.</translation>
    </message>
    <message>
        <source>The residuals or their Jacobian are not finite here.</source>
        <translation>Невязки или их якобиан здесь не конечны.</translation>
    </message>
    <message>
        <source>f is not seen to be a sum over rows of data.</source>
        <translation>Не видно, что f — сумма по строкам данных.</translation>
    </message>
    <message>
        <source>finite</source>
        <translation>конечное</translation>
    </message>
    <message>
        <source>Enter a step size, for example 0.1.</source>
        <translation>Введите размер шага, например 0.1.</translation>
    </message>
    <message>
        <source>The step size is a number such as 0.1, not {size!r}.</source>
        <translation>Размер шага — число, например 0.1, а не {size!r}.</translation>
    </message>
    <message>
        <source>The step size is not a number (NaN); enter one such as 0.1.</source>
        <translation>Размер шага — не число (NaN); введите, например, 0.1.</translation>
    </message>
    <message>
        <source>The step size must be finite; enter a number such as 0.1.</source>
        <translation>Размер шага должен быть конечным; введите, например, 0.1.</translation>
    </message>
    <message>
        <source>With a step size of 0 nothing moves; enter a number above 0.</source>
        <translation>При размере шага 0 ничего не движется; введите число больше 0.</translation>
    </message>
    <message>
        <source>A negative step size climbs instead of descending; enter a number above 0.</source>
        <translation>Отрицательный размер шага ведёт вверх, а не вниз; введите число больше 0.</translation>
    </message>
    <message>
        <source>The {parameter} is a number, not {value!r}.</source>
        <translation>{parameter} — это число, а не {value!r}.</translation>
    </message>
    <message>
        <source>The {parameter} is a whole number, not {value!r}.</source>
        <translation>{parameter} — это целое число, а не {value!r}.</translation>
    </message>
    <message>
        <source>The {parameter} is not a number (NaN).</source>
        <translation>{parameter}: это не число (NaN).</translation>
    </message>
    <message>
        <source>The {parameter} must be {range}, not {value:g}.</source>
        <translation>{parameter}: нужно число {range}, а не {value:g}.</translation>
    </message>
    <message>
        <source>The step size divides by zero; enter a number such as 0.1.</source>
        <translation>Размер шага делит на ноль; введите, например, 0.1.</translation>
    </message>
    <message>
        <source>“{text}” is not a number; enter one such as 0.1 or 1e-3.</source>
        <translation>«{text}» — не число; введите, например, 0.1 или 1e-3.</translation>
    </message>
    <message>
        <source>The {parameter} is one of {choices}, not {value!r}.</source>
        <translation>{parameter}: одно из {choices}, а не {value!r}.</translation>
    </message>
    <message>
        <source>“{parameter}” is True or False, not {value!r}.</source>
        <translation>«{parameter}» — True или False, а не {value!r}.</translation>
    </message>
    <message>
        <source>above {low:g}</source>
        <translation>больше {low:g}</translation>
    </message>
    <message>
        <source>at least {low:g}</source>
        <translation>не меньше {low:g}</translation>
    </message>
    <message>
        <source>below {high:g}</source>
        <translation>меньше {high:g}</translation>
    </message>
    <message>
        <source>at most {high:g}</source>
        <translation>не больше {high:g}</translation>
    </message>
    <message>
        <source>Nothing is learnt from this step.</source>
        <translation>Этот шаг ничего не даёт узнать.</translation>
    </message>
    <message>
        <source>Turn the negative gradient by the approximate inverse Hessian.</source>
        <translation>Умножить антиградиент на приближение обратного гессиана.</translation>
    </message>
    <message>
        <source>Correct the approximation by what this step tells of the curvature.</source>
        <translation>Поправить приближение по тому, что шаг говорит о кривизне.</translation>
    </message>
    <message>
        <source>Keep this step and the change of the gradient.</source>
        <translation>Запомнить этот шаг и изменение градиента.</translation>
    </message>
    <message>
        <source>No curvature is learnt from this step.</source>
        <translation>О кривизне этот шаг ничего не говорит.</translation>
    </message>
    <message>
        <source>Go along the negative gradient.</source>
        <translation>Идти вдоль антиградиента.</translation>
    </message>
    <message>
        <source>At most {most:,} steps are recorded, not {steps:,}.</source>
        <translation>Записывается не больше {most:,} шагов, а не {steps:,}.</translation>
    </message>
    <message>
        <source>The tolerance is a number from 0 upwards, not {tolerance:g}.</source>
        <translation>Допуск — число от 0, а не {tolerance:g}.</translation>
    </message>
    <message>
        <source>The limit of divergence is above 1, not {runaway:g}.</source>
        <translation>Предел расхождения больше 1, а не {runaway:g}.</translation>
    </message>
    <message>
        <source>The start has no numbers.</source>
        <translation>В начальной точке нет чисел.</translation>
    </message>
    <message>
        <source>Coordinate {number} of the start is infinite.</source>
        <translation>Координата {number} начальной точки бесконечна.</translation>
    </message>
    <message>
        <source>The number of steps is a whole number, not {steps!r}.</source>
        <translation>Число шагов — целое, а не {steps!r}.</translation>
    </message>
    <message>
        <source>The number of steps cannot be negative ({steps}).</source>
        <translation>Число шагов не может быть отрицательным ({steps}).</translation>
    </message>
    <message>
        <source>A start is a list of numbers, not {start!r}.</source>
        <translation>Начальная точка — список чисел, а не {start!r}.</translation>
    </message>
    <message>
        <source>Coordinate {number} of the start is not a number (NaN).</source>
        <translation>Координата {number} начальной точки — не число (NaN).</translation>
    </message>
    <message>
        <source>The gradient vanishes at the start: there is nothing to descend.</source>
        <translation>Градиент в начальной точке равен нулю: спускаться некуда.</translation>
    </message>
    <message>
        <source>Stopped at the start: the function or its gradient is not finite there.</source>
        <translation>Остановлен в начальной точке: функция или её градиент там не конечны.</translation>
    </message>
    <message>
        <source>The start is outside the domain of the function; choose another one.</source>
        <translation>Начальная точка вне области определения функции; выберите другую.</translation>
    </message>
    <message>
        <source>c2 must be above c1 = {c1:g}, not {c2:g}.</source>
        <translation>c2 должно быть больше c1 = {c1:g}, а не {c2:g}.</translation>
    </message>
    <message>
        <source>Estimate the gradient from them.</source>
        <translation>Оценить по ним градиент.</translation>
    </message>
    <message>
        <source>Scale with the step size.</source>
        <translation>Умножить на размер шага.</translation>
    </message>
    <message>
        <source>Keep a share of the velocity and add the estimate.</source>
        <translation>Оставить долю скорости и прибавить оценку.</translation>
    </message>
    <message>
        <source>A sweep goes from a lower to a higher number, not from {low:g} to {high:g}.</source>
        <translation>Перебор идёт от меньшего числа к большему, а не от {low:g} к {high:g}.</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”.</source>
        <translation>{method}: нет параметра «{name}».</translation>
    </message>
    <message>
        <source>A sweep needs at least one value.</source>
        <translation>Для перебора нужно хотя бы одно значение.</translation>
    </message>
    <message>
        <source>Equal factors need a range above 0, not one from {low:g}.</source>
        <translation>Равным множителям нужен промежуток выше 0, а не от {low:g}.</translation>
    </message>
    <message>
        <source>The radius must be at most the largest one, {largest:g}.</source>
        <translation>Радиус должен быть не больше наибольшего, {largest:g}.</translation>
    </message>
    <message>
        <source>The model was right enough: take this step.</source>
        <translation>Модель была достаточно верна: принять шаг.</translation>
    </message>
    <message>
        <source>The model was wrong here: trust it less far.</source>
        <translation>Модель здесь неверна: доверять ей не так далеко.</translation>
    </message>
    <message>
        <source>Set the radius by how right the model was.</source>
        <translation>Выбрать радиус по тому, насколько верна была модель.</translation>
    </message>
    <message>
        <source>1st principal direction</source>
        <translation>1-е главное направление</translation>
    </message>
    <message>
        <source>2nd principal direction</source>
        <translation>2-е главное направление</translation>
    </message>
    <message>
        <source>random direction {number}</source>
        <translation>случайное направление {number}</translation>
    </message>
    <message>
        <source>eigenvector of λ{index} = {value}</source>
        <translation>собственный вектор при λ{index} = {value}</translation>
    </message>
    <message>
        <source>use ./ to divide entry by entry, or inv(...) for a matrix</source>
        <translation>для поэлементного деления — ./, для матрицы — inv(...)</translation>
    </message>
    <message>
        <source>did you mean {first}&apos; {second}, {first} {second}&apos; or {first} .* {second}?</source>
        <translation>может быть, {first}&apos; {second}, {first} {second}&apos; или {first} .* {second}?</translation>
    </message>
    <message>
        <source>did you mean {first} {second}&apos;?</source>
        <translation>может быть, {first} {second}&apos;?</translation>
    </message>
    <message>
        <source>two rows do not multiply: `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>две строки не перемножаются: `{part0}` — {size0}, `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>transpose one of the two rows</source>
        <translation>транспонируйте одну из двух строк</translation>
    </message>
    <message>
        <source>an exponent is a scalar, but this is {shape0}</source>
        <translation>показатель — скаляр, а здесь {shape0}</translation>
    </message>
    <message>
        <source>a vector has no power, and `{part0}` is {size0}</source>
        <translation>у вектора нет степени, а `{part0}` — {size0}</translation>
    </message>
    <message>
        <source>only a square matrix has a power, but this is {shape0}</source>
        <translation>степень есть только у квадратной матрицы, а здесь {shape0}</translation>
    </message>
    <message>
        <source>an entry of a {shape0} needs two indices</source>
        <translation>здесь {shape0}: у элемента два индекса</translation>
    </message>
    <message>
        <source>an index is a whole number, counted from one, or the index of a sum around it</source>
        <translation>индекс — целое число, считая от единицы, или индекс внешней суммы</translation>
    </message>
    <message>
        <source>there is no entry {number}: {shape0}</source>
        <translation>элемента {number} нет: {shape0}</translation>
    </message>
    <message>
        <source>the covariance belongs to {shape0}, but this is {shape1}</source>
        <translation>ковариация относится к {shape0}, а здесь {shape1}</translation>
    </message>
    <message>
        <source>{name} takes {shape1}, but this is {shape0}</source>
        <translation>{name} берёт {shape1}, а здесь {shape0}</translation>
    </message>
    <message>
        <source>write the numbers as a vector of their own</source>
        <translation>запишите числа отдельным вектором</translation>
    </message>
    <message>
        <source>to add it to every entry, write {name} ones({size})</source>
        <translation>чтобы прибавить к каждому элементу, пишите {name} ones({size})</translation>
    </message>
    <message>
        <source>a scalar cannot be added to a {shape0}, which `{part0}` is</source>
        <translation>скаляр нельзя прибавить: `{part0}` — {shape0}</translation>
    </message>
    <message>
        <source>the terms of a sum need one shape, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>слагаемые должны быть одного размера, но `{part0}` — {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>to divide by a whole product put it in brackets: / (x&apos; x)</source>
        <translation>чтобы делить на всё произведение, возьмите его в скобки: / (x&apos; x)</translation>
    </message>
    <message>
        <source>only a scalar can divide, but this is {shape0}</source>
        <translation>делить можно только на скаляр, а здесь {shape0}</translation>
    </message>
    <message>
        <source>`{part0}` is {size0} but `{part1}` is a row, {size1}: `{whole}` is no product</source>
        <translation>`{part0}` — {size0}, а `{part1}` — строка, {size1}: `{whole}` — не произведение</translation>
    </message>
    <message>
        <source>a row cannot follow a matrix: write the column, or transpose the other way</source>
        <translation>строка не может стоять за матрицей: пишите столбец или транспонируйте иначе</translation>
    </message>
    <message>
        <source>did you mean .^ ?</source>
        <translation>может быть, .^ ?</translation>
    </message>
    <message>
        <source>an entry of an explicit matrix is a scalar, but this is {shape0}</source>
        <translation>элемент явно заданной матрицы — скаляр, а здесь {shape0}</translation>
    </message>
    <message>
        <source>this is {size0}, but the index {index} runs to {rows1}</source>
        <translation>здесь {size0}, а индекс {index} идёт до {rows1}</translation>
    </message>
    <message>
        <source>transpose one of them with &apos;</source>
        <translation>транспонируйте одно из них знаком &apos;</translation>
    </message>
    <message>
        <source>did you mean {first}&apos; {second}?</source>
        <translation>может быть, {first}&apos; {second}?</translation>
    </message>
    <message>
        <source>e raised to a matrix</source>
        <translation>e в степени матрицы</translation>
    </message>
    <message>
        <source>{name} is {size0}, but the index {index} runs to {rows1}</source>
        <translation>{name} — {size0}, а индекс {index} идёт до {rows1}</translation>
    </message>
    <message>
        <source>a remainder has no derivative worth the name</source>
        <translation>у остатка нет содержательной производной</translation>
    </message>
    <message>
        <source>a rank has no derivative worth the name</source>
        <translation>у ранга нет содержательной производной</translation>
    </message>
    <message>
        <source>max(x) is the largest entry</source>
        <translation>max(x) — наибольший элемент</translation>
    </message>
    <message>
        <source>singular values are not known</source>
        <translation>сингулярные числа неизвестны</translation>
    </message>
    <message>
        <source>eigenvalues are not known</source>
        <translation>собственные значения неизвестны</translation>
    </message>
    <message>
        <source>the condition number is not known</source>
        <translation>число обусловленности неизвестно</translation>
    </message>
    <message>
        <source>type the function itself</source>
        <translation>введите саму функцию</translation>
    </message>
    <message>
        <source>{word!r} says what to do with a function</source>
        <translation>{word!r} говорит, что делать с функцией</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>может быть, {near}?</translation>
    </message>
    <message>
        <source>{word!r} is not known</source>
        <translation>{word!r} неизвестно</translation>
    </message>
    <message>
        <source>did you mean {apart}?</source>
        <translation>может быть, {apart}?</translation>
    </message>
    <message>
        <source>if it is a product, write the letters apart: {letters} (...)</source>
        <translation>если это произведение, пишите буквы раздельно: {letters} (...)</translation>
    </message>
    <message>
        <source>write {number}, or {first} * {second}</source>
        <translation>пишите {number} или {first} * {second}</translation>
    </message>
    <message>
        <source>two numbers stand side by side</source>
        <translation>два числа стоят рядом</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>Дробь</translation>
    </message>
    <message>
        <source>Power of a scalar or square matrix</source>
        <translation>Степень скаляра или квадратной матрицы</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>Квадратный корень</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>Транспонирование</translation>
    </message>
    <message>
        <source>Inverse</source>
        <translation>Обратная</translation>
    </message>
    <message>
        <source>Inverse of the transpose</source>
        <translation>Обратная к транспонированной</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Норма</translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation>Квадрат нормы</translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation>Сумма модулей</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>Скалярное произведение</translation>
    </message>
    <message>
        <source>Quadratic form</source>
        <translation>Квадратичная форма</translation>
    </message>
    <message>
        <source>Entrywise (Hadamard) product</source>
        <translation>Поэлементное произведение (Адамара)</translation>
    </message>
    <message>
        <source>Entrywise quotient</source>
        <translation>Поэлементное частное</translation>
    </message>
    <message>
        <source>Entrywise power</source>
        <translation>Поэлементная степень</translation>
    </message>
    <message>
        <source>Sum over an index</source>
        <translation>Сумма по индексу</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>След</translation>
    </message>
    <message>
        <source>Determinant</source>
        <translation>Определитель</translation>
    </message>
    <message>
        <source>Logarithm of the determinant</source>
        <translation>Логарифм определителя</translation>
    </message>
    <message>
        <source>Diagonal matrix of a vector, or diagonal of a matrix</source>
        <translation>Диагональная матрица вектора или диагональ матрицы</translation>
    </message>
    <message>
        <source>Columns stacked into one</source>
        <translation>Столбцы один под другим</translation>
    </message>
    <message>
        <source>Sum of all entries</source>
        <translation>Сумма всех элементов</translation>
    </message>
    <message>
        <source>Identity matrix</source>
        <translation>Единичная матрица</translation>
    </message>
    <message>
        <source>Vector of ones</source>
        <translation>Вектор из единиц</translation>
    </message>
    <message>
        <source>Entry of a vector</source>
        <translation>Элемент вектора</translation>
    </message>
    <message>
        <source>Entry of a matrix</source>
        <translation>Элемент матрицы</translation>
    </message>
    <message>
        <source>Column of entries</source>
        <translation>Столбец из элементов</translation>
    </message>
    <message>
        <source>Matrix of entries</source>
        <translation>Матрица из элементов</translation>
    </message>
    <message>
        <source>Exponential function</source>
        <translation>Экспонента</translation>
    </message>
    <message>
        <source>Natural logarithm</source>
        <translation>Натуральный логарифм</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>Синус</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Косинус</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>Гиперболический тангенс</translation>
    </message>
    <message>
        <source>Logistic function (sigmoid)</source>
        <translation>Логистическая функция (сигмоида)</translation>
    </message>
    <message>
        <source>log(1 + exp), entry by entry</source>
        <translation>log(1 + exp), поэлементно</translation>
    </message>
    <message>
        <source>Positive part</source>
        <translation>Положительная часть</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>Модуль</translation>
    </message>
    <message>
        <source>Logarithm of a sum of exponentials</source>
        <translation>Логарифм суммы экспонент</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Logarithm of a normal density</source>
        <translation>Логарифм нормальной плотности</translation>
    </message>
    <message>
        <source>Declare a scalar</source>
        <translation>Объявить скаляр</translation>
    </message>
    <message>
        <source>Declare a positive scalar</source>
        <translation>Объявить положительный скаляр</translation>
    </message>
    <message>
        <source>Declare a vector</source>
        <translation>Объявить вектор</translation>
    </message>
    <message>
        <source>Declare a matrix</source>
        <translation>Объявить матрицу</translation>
    </message>
    <message>
        <source>Declare a symmetric matrix</source>
        <translation>Объявить симметричную матрицу</translation>
    </message>
    <message>
        <source>Declare a positive definite matrix</source>
        <translation>Объявить положительно определённую матрицу</translation>
    </message>
    <message>
        <source>Declare an unspecified function</source>
        <translation>Объявить функцию без формулы</translation>
    </message>
    <message>
        <source>Name a part: a definition</source>
        <translation>Обозначить часть: определение</translation>
    </message>
    <message>
        <source>{rows}×{columns} matrix</source>
        <translation>матрица {rows}×{columns}</translation>
    </message>
    <message>
        <source>the largest entry of all is max(abs(X))</source>
        <translation>наибольший элемент среди всех — max(abs(X))</translation>
    </message>
    <message>
        <source>{rows}×1 column</source>
        <translation>столбец {rows}×1</translation>
    </message>
    <message>
        <source>1×{columns} row</source>
        <translation>строка 1×{columns}</translation>
    </message>
    <message>
        <source>||.||_inf is for vectors, but this is {shape0}</source>
        <translation>||.||_inf — для векторов, а здесь {shape0}</translation>
    </message>
    <message numerus="yes">
        <source>Computing … {n} steps so far.</source>
        <translation>
            <numerusform>Вычисление… пока {n} шаг.</numerusform>
            <numerusform>Вычисление… пока {n} шага.</numerusform>
            <numerusform>Вычисление… пока {n} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet converged after {n} steps: ‖∇f‖ is still {norm}.</source>
        <translation>
            <numerusform>Ещё не сошёлся за {n} шаг: ‖∇f‖ пока {norm}.</numerusform>
            <numerusform>Ещё не сошёлся за {n} шага: ‖∇f‖ пока {norm}.</numerusform>
            <numerusform>Ещё не сошёлся за {n} шагов: ‖∇f‖ пока {norm}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not converged after {n} steps: ‖∇f‖ is still {norm}.</source>
        <translation>
            <numerusform>Не сошёлся за {n} шаг: ‖∇f‖ пока {norm}.</numerusform>
            <numerusform>Не сошёлся за {n} шага: ‖∇f‖ пока {norm}.</numerusform>
            <numerusform>Не сошёлся за {n} шагов: ‖∇f‖ пока {norm}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: converges after {n} steps.</source>
        <translation>
            <numerusform>Весь спуск: сходится за {n} шаг.</numerusform>
            <numerusform>Весь спуск: сходится за {n} шага.</numerusform>
            <numerusform>Весь спуск: сходится за {n} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: {n} steps, not converged by then.</source>
        <translation>
            <numerusform>Весь спуск: {n} шаг, ещё не сошёлся.</numerusform>
            <numerusform>Весь спуск: {n} шага, ещё не сошёлся.</numerusform>
            <numerusform>Весь спуск: {n} шагов, ещё не сошёлся.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: diverges after {n} steps.</source>
        <translation>
            <numerusform>Весь спуск: расходится за {n} шаг.</numerusform>
            <numerusform>Весь спуск: расходится за {n} шага.</numerusform>
            <numerusform>Весь спуск: расходится за {n} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: stops after {n} steps, where the function is undefined.</source>
        <translation>
            <numerusform>Весь спуск: через {n} шаг останавливается, функция там не определена.</numerusform>
            <numerusform>Весь спуск: через {n} шага останавливается, функция там не определена.</numerusform>
            <numerusform>Весь спуск: через {n} шагов останавливается, функция там не определена.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: stopped after {n} steps.</source>
        <translation>
            <numerusform>Весь спуск: остановлен через {n} шаг.</numerusform>
            <numerusform>Весь спуск: остановлен через {n} шага.</numerusform>
            <numerusform>Весь спуск: остановлен через {n} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: cancelled after {n} steps.</source>
        <translation>
            <numerusform>Весь спуск: отменён через {n} шаг.</numerusform>
            <numerusform>Весь спуск: отменён через {n} шага.</numerusform>
            <numerusform>Весь спуск: отменён через {n} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Converged after {n} steps: ‖∇f‖ is at most {tolerance}.</source>
        <translation>
            <numerusform>Сошёлся за {n} шаг: ‖∇f‖ не больше {tolerance}.</numerusform>
            <numerusform>Сошёлся за {n} шага: ‖∇f‖ не больше {tolerance}.</numerusform>
            <numerusform>Сошёлся за {n} шагов: ‖∇f‖ не больше {tolerance}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Diverged after {n} steps: the iterates run away.</source>
        <translation>
            <numerusform>Разошёлся за {n} шаг: приближения убегают.</numerusform>
            <numerusform>Разошёлся за {n} шага: приближения убегают.</numerusform>
            <numerusform>Разошёлся за {n} шагов: приближения убегают.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n} steps: the step led where the function is undefined.</source>
        <translation>
            <numerusform>Остановлен через {n} шаг: шаг привёл туда, где функция не определена.</numerusform>
            <numerusform>Остановлен через {n} шага: шаг привёл туда, где функция не определена.</numerusform>
            <numerusform>Остановлен через {n} шагов: шаг привёл туда, где функция не определена.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} methods</source>
        <translation>
            <numerusform>{n} метод</numerusform>
            <numerusform>{n} метода</numerusform>
            <numerusform>{n} методов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn the negative gradient by the {n} pairs that are kept.</source>
        <translation>
            <numerusform>Умножить антиградиент по {n} хранимой паре.</numerusform>
            <numerusform>Умножить антиградиент по {n} хранимым парам.</numerusform>
            <numerusform>Умножить антиградиент по {n} хранимым парам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Computing: {n:,} steps so far.</source>
        <translation>
            <numerusform>Вычисление: пока {n:,} шаг.</numerusform>
            <numerusform>Вычисление: пока {n:,} шага.</numerusform>
            <numerusform>Вычисление: пока {n:,} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Converged after {n:,} steps: ‖∇f‖ is at most {tolerance:g}.</source>
        <translation>
            <numerusform>Сошёлся за {n:,} шаг: ‖∇f‖ не больше {tolerance:g}.</numerusform>
            <numerusform>Сошёлся за {n:,} шага: ‖∇f‖ не больше {tolerance:g}.</numerusform>
            <numerusform>Сошёлся за {n:,} шагов: ‖∇f‖ не больше {tolerance:g}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet converged after {n:,} steps: ‖∇f‖ is still {norm:.3g}.</source>
        <translation>
            <numerusform>Ещё не сошёлся за {n:,} шаг: ‖∇f‖ пока {norm:.3g}.</numerusform>
            <numerusform>Ещё не сошёлся за {n:,} шага: ‖∇f‖ пока {norm:.3g}.</numerusform>
            <numerusform>Ещё не сошёлся за {n:,} шагов: ‖∇f‖ пока {norm:.3g}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Diverged after {n:,} steps: the iterates run away.</source>
        <translation>
            <numerusform>Разошёлся за {n:,} шаг: приближения убегают.</numerusform>
            <numerusform>Разошёлся за {n:,} шага: приближения убегают.</numerusform>
            <numerusform>Разошёлся за {n:,} шагов: приближения убегают.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps: the function or its gradient is not finite there.</source>
        <translation>
            <numerusform>Остановлен через {n:,} шаг: функция или её градиент там не конечны.</numerusform>
            <numerusform>Остановлен через {n:,} шага: функция или её градиент там не конечны.</numerusform>
            <numerusform>Остановлен через {n:,} шагов: функция или её градиент там не конечны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps: the step left the domain of the function.</source>
        <translation>
            <numerusform>Остановлен через {n:,} шаг: шаг вышел за область определения функции.</numerusform>
            <numerusform>Остановлен через {n:,} шага: шаг вышел за область определения функции.</numerusform>
            <numerusform>Остановлен через {n:,} шагов: шаг вышел за область определения функции.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled after {n:,} steps.</source>
        <translation>
            <numerusform>Отменён через {n:,} шаг.</numerusform>
            <numerusform>Отменён через {n:,} шага.</numerusform>
            <numerusform>Отменён через {n:,} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps.</source>
        <translation>
            <numerusform>Остановлен через {n:,} шаг.</numerusform>
            <numerusform>Остановлен через {n:,} шага.</numerusform>
            <numerusform>Остановлен через {n:,} шагов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw {n} rows of the data.</source>
        <translation>
            <numerusform>Выбрать {n} строку данных.</numerusform>
            <numerusform>Выбрать {n} строки данных.</numerusform>
            <numerusform>Выбрать {n} строк данных.</numerusform>
        </translation>
    </message>
    <message>
        <source>by the chain rule scalars and vectors are derived; for a matrix use the method of differentials</source>
        <translation>по цепному правилу дифференцируются скаляры и векторы; для матрицы возьмите метод дифференциалов</translation>
    </message>
    <message>
        <source>there are more than {count} intermediate variables; use the method of differentials</source>
        <translation>промежуточных переменных больше {count}; возьмите метод дифференциалов</translation>
    </message>
    <message>
        <source>by way of a matrix the derivative of a vector is no product of Jacobians; use differentials</source>
        <translation>через матрицу производная вектора — не произведение якобианов; возьмите дифференциалы</translation>
    </message>
    <message>
        <source>a part with more than two indices has no matrix form; use the method of differentials</source>
        <translation>у части более чем с двумя индексами нет матричной формы; возьмите метод дифференциалов</translation>
    </message>
    <message>
        <source>three matrices meet at one index, which has no matrix form; use the method of differentials</source>
        <translation>на одном индексе встречаются три матрицы, это не имеет матричной формы; возьмите метод дифференциалов</translation>
    </message>
    <message>
        <source>an exponent that is not the same for all entries has no matrix form here</source>
        <translation>показатель, разный для разных элементов, здесь не имеет матричной формы</translation>
    </message>
    <message>
        <source>by components the second derivative is of a scalar by one vector; use differentials</source>
        <translation>по компонентам вторая производная — скаляра по одному вектору; возьмите дифференциалы</translation>
    </message>
    <message>
        <source>an explicit matrix has no entries at a letter; differentiate one entry, or use differentials</source>
        <translation>у явной матрицы нет элементов при букве; дифференцируйте один элемент или возьмите дифференциалы</translation>
    </message>
    <message>
        <source>an explicit vector by a matrix is derived by the method of differentials</source>
        <translation>явный вектор по матрице дифференцируется методом дифференциалов</translation>
    </message>
    <message>
        <source>the stack of slices of the numerator layout is derived by the method of differentials</source>
        <translation>стопка срезов раскладки по числителю находится методом дифференциалов</translation>
    </message>
    <message>
        <source>there is no rule for the partial derivative of {what}; use the method of differentials</source>
        <translation>для частной производной {what} нет правила; возьмите метод дифференциалов</translation>
    </message>
    <message>
        <source>written in entries the derivative is too long; name inner parts, or use differentials</source>
        <translation>в элементах производная слишком длинна; назовите внутренние части или возьмите дифференциалы</translation>
    </message>
    <message>
        <source>the expression is too deep to be written in entries; use the chain rule, or differentials</source>
        <translation>выражение слишком глубоко, чтобы писать его в элементах; возьмите цепное правило или дифференциалы</translation>
    </message>
    <message>
        <source>written in entries the function is too long; name inner parts, or use differentials</source>
        <translation>в элементах функция слишком длинна; назовите внутренние части или возьмите дифференциалы</translation>
    </message>
    <message>
        <source>the document needs a font with its characters, for instance {font}; install one</source>
        <translation>документу нужен шрифт с его знаками, например {font}; установите такой шрифт</translation>
    </message>
    <message>
        <source>The steps of this method lead uphill here; start elsewhere.</source>
        <translation>Шаги этого метода ведут здесь вверх; начните в другом месте.</translation>
    </message>
    <message>
        <source>{function} unchanged</source>
        <translation>{function} не изменилась</translation>
    </message>
    <message>
        <source>Allow more steps or a larger step size.</source>
        <translation>Дайте больше шагов или больший размер шага.</translation>
    </message>
    <message>
        <source>Allow more steps.</source>
        <translation>Дайте больше шагов.</translation>
    </message>
    <message>
        <source>The function has no lower bound in this direction.</source>
        <translation>В этом направлении функция не ограничена снизу.</translation>
    </message>
    <message>
        <source>Each step overshoots; choose a smaller step size.</source>
        <translation>Каждый шаг перескакивает; уменьшите размер шага.</translation>
    </message>
    <message>
        <source>Click on the plot to choose a start.</source>
        <translation>Щёлкните по графику, чтобы выбрать начальную точку.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>начало</translation>
    </message>
    <message>
        <source>{function} lower by {size}</source>
        <translation>{function} меньше на {size}</translation>
    </message>
    <message>
        <source>A descent needs a scalar function that can be plotted.</source>
        <translation>Для спуска нужна скалярная функция, которую можно нарисовать.</translation>
    </message>
    <message>
        <source>There is no gradient to descend along.</source>
        <translation>Нет градиента, по которому спускаться.</translation>
    </message>
    <message>
        <source>{function} higher by {size}</source>
        <translation>{function} больше на {size}</translation>
    </message>
    <message>
        <source>part 1</source>
        <translation>часть 1</translation>
    </message>
    <message>
        <source>parts 1 to {last}</source>
        <translation>части с 1 по {last}</translation>
    </message>
    <message>
        <source>The gradient vanishes at the start: nothing to descend.</source>
        <translation>Градиент в начальной точке равен нулю: спускаться некуда.</translation>
    </message>
    <message>
        <source>The function is undefined at the start; choose another one.</source>
        <translation>В начальной точке функция не определена; выберите другую.</translation>
    </message>
    <message>
        <source>Steps overshoot; choose a smaller step size.</source>
        <translation>Шаги перескакивают; уменьшите размер шага.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>принят</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отвергнут</translation>
    </message>
    <message>
        <source>Choose a smaller step size.</source>
        <translation>Уменьшите размер шага.</translation>
    </message>
    <message>
        <source>Start elsewhere.</source>
        <translation>Начните в другом месте.</translation>
    </message>
    <message>
        <source>{method} has no number to vary; choose another method.</source>
        <translation>{method}: нет числа, которое можно менять; выберите другой метод.</translation>
    </message>
    <message>
        <source>a sum of squares</source>
        <translation>сумма квадратов</translation>
    </message>
    <message>
        <source>a sum over rows of data</source>
        <translation>сумма по строкам данных</translation>
    </message>
    <message>
        <source>Enter a number for the {parameter}.</source>
        <translation>Введите число: {parameter}.</translation>
    </message>
    <message>
        <source>“{text}” is no number for the {parameter}.</source>
        <translation>{parameter}: «{text}» — не число.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>text of at most {limit} characters</source>
        <translation>текст не длиннее {limit} знаков</translation>
    </message>
    <message>
        <source>text without halves of characters</source>
        <translation>текст без половин знаков</translation>
    </message>
    <message>
        <source>The file is nested too deeply to be a gradviz document.</source>
        <translation>Вложенность файла слишком велика для документа gradviz.</translation>
    </message>
    <message>
        <source>Differentials: take the differential, move it inward rule by rule, and read the derivative off.
Components: write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums.
Chain rule: name the inner functions, and multiply their derivatives from the last to the first.
Definition: the part of f(x + u) - f(x) that is linear in u.</source>
        <translation>Дифференциалы: взять дифференциал, правило за правилом провести его внутрь и прочитать производную.
Компоненты: записать элементы и суммы, дифференцировать по одному элементу и свернуть суммы символами Кронекера.
Цепное правило: назвать внутренние функции и перемножить их производные от последней к первой.
Определение: часть f(x + u) - f(x), линейная по u.</translation>
    </message>
    <message>
        <source>The language of the windows and of what they export</source>
        <translation>Язык окон и того, что из них экспортируется</translation>
    </message>
    <message>
        <source>the sizes cannot be settled</source>
        <translation>размеры не определить</translation>
    </message>
    <message>
        <source>{name} is {rows}×{columns}, but its value has {n} entries</source>
        <translation>{name} — {rows}×{columns}, а чисел в значении {n}</translation>
    </message>
    <message>
        <source>there are no numbers for one of its parts yet</source>
        <translation>для одной из её частей пока нет чисел</translation>
    </message>
    <message>
        <source>a {rows}×{columns} matrix is too large</source>
        <translation>матрица {rows}×{columns} слишком велика</translation>
    </message>
    <message>
        <source>the dimension {name} has no size</source>
        <translation>у размерности {name} нет значения</translation>
    </message>
    <message>
        <source>{name} has no value</source>
        <translation>у {name} нет значения</translation>
    </message>
    <message>
        <source>a differential has no value by itself</source>
        <translation>у дифференциала самого по себе нет значения</translation>
    </message>
    <message>
        <source>{name} has no formula, so it has no values</source>
        <translation>у {name} нет формулы, а потому и значений</translation>
    </message>
    <message>
        <source>there are no numbers for {function} yet</source>
        <translation>для {function} пока нет чисел</translation>
    </message>
    <message>
        <source>entry {row},{column} is outside a {rows}×{columns} matrix</source>
        <translation>элемент {row},{column} вне матрицы {rows}×{columns}</translation>
    </message>
    <message>
        <source>e_{index} stands for every unit vector and has no one value</source>
        <translation>e_{index} обозначает любой единичный вектор и одного значения не имеет</translation>
    </message>
    <message>
        <source>e_{index} does not exist among {n} entries</source>
        <translation>e_{index} нет среди {n} элементов</translation>
    </message>
    <message>
        <source>only a scalar function has a curve, and this one is {shape}</source>
        <translation>кривая есть только у скалярной функции, а эта — {shape}</translation>
    </message>
    <message>
        <source>A curve needs a variable.</source>
        <translation>Для кривой нужна переменная.</translation>
    </message>
    <message>
        <source>Line {line} has {n} cell, and the line before has {width}.</source>
        <translation>В строке {line} клеток: {n}, а в предыдущей — {width}.</translation>
    </message>
    <message>
        <source>Line {line} has {n} cells, and the line before has {width}.</source>
        <translation>В строке {line} клеток: {n}, а в предыдущей — {width}.</translation>
    </message>
    <message>
        <source>Line {line} has {n} cell, and the heading has {width}.</source>
        <translation>В строке {line} клеток: {n}, а в заголовке — {width}.</translation>
    </message>
    <message>
        <source>Line {line} has {n} cells, and the heading has {width}.</source>
        <translation>В строке {line} клеток: {n}, а в заголовке — {width}.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is infinite; every value must be a finite number.</source>
        <translation>Строка {line}, столбец {column}: бесконечность; все значения должны быть конечными числами.</translation>
    </message>
    <message>
        <source>The data has {data} numbers, and {name} is {size}.</source>
        <translation>В данных {data} чисел, а {name} — {size}.</translation>
    </message>
    <message>
        <source>There is no data called “{form}”; choose one of {forms}.</source>
        <translation>Данных «{form}» нет; выберите одно из: {forms}.</translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation>{name} — не текстовый файл.</translation>
    </message>
    <message>
        <source>The file has no numbers in it.</source>
        <translation>В файле нет чисел.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is empty; a number was expected.</source>
        <translation>Строка {line}, столбец {column}: пусто, а ожидалось число.</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is NaN; every value must be a finite number.</source>
        <translation>Строка {line}, столбец {column}: NaN; все значения должны быть конечными числами.</translation>
    </message>
    <message>
        <source>the symbol</source>
        <translation>символ</translation>
    </message>
    <message>
        <source>The data has {data} numbers, and {name} is {size}. Transpose it?</source>
        <translation>В данных {data} чисел, а {name} — {size}. Транспонировать?</translation>
    </message>
    <message>
        <source>The scale must be a finite number.</source>
        <translation>Масштаб должен быть конечным числом.</translation>
    </message>
    <message>
        <source>The noise must be zero or a positive number.</source>
        <translation>Шум должен быть нулём или положительным числом.</translation>
    </message>
    <message>
        <source>A matrix of {rows}×{columns} has no entries; both sizes must be at least 1.</source>
        <translation>В матрице {rows}×{columns} нет элементов; оба размера должны быть не меньше 1.</translation>
    </message>
    <message>
        <source>{rows}×{columns} is more than {limit:,} numbers.</source>
        <translation>{rows}×{columns} — это больше {limit:,} чисел.</translation>
    </message>
    <message>
        <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are read.</source>
        <translation>В {name} {size:.0f} МБ; читается не больше {limit:.0f} МБ.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>Не удалось прочитать {name}: {reason}.</translation>
    </message>
    <message>
        <source>The file has more than {limit:,} numbers.</source>
        <translation>В файле больше {limit:,} чисел.</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{shown}” is not a number.</source>
        <translation>Строка {line}, столбец {column}: «{shown}» — не число.</translation>
    </message>
    <message>
        <source>Line {line} cannot be taken apart: {error}.</source>
        <translation>Строку {line} не разобрать: {error}.</translation>
    </message>
    <message>
        <source>Around the point {valleys} valleys and {valleys} hills alternate: it behaves as a saddle.</source>
        <translation>Вокруг точки чередуются впадины ({valleys}) и подъёмы ({valleys}): она ведёт себя как седло.</translation>
    </message>
    <message>
        <source>Along some direction the function does not leave its value, as far as can be seen.</source>
        <translation>Насколько видно, в некотором направлении функция не меняется.</translation>
    </message>
    <message>
        <source>All around the point the function is higher: it looks like a minimum.</source>
        <translation>Вокруг точки функция всюду больше: похоже на минимум.</translation>
    </message>
    <message>
        <source>All around the point the function is lower: it looks like a maximum.</source>
        <translation>Вокруг точки функция всюду меньше: похоже на максимум.</translation>
    </message>
    <message>
        <source>The function is not defined all around the point.</source>
        <translation>Функция определена не всюду вокруг точки.</translation>
    </message>
    <message>
        <source>What the function does near the point changes from circle to circle.</source>
        <translation>Поведение функции у точки меняется от окружности к окружности.</translation>
    </message>
    <message>
        <source>The first Taylor form that is not zero has degree {order}.</source>
        <translation>Первая ненулевая форма Тейлора имеет степень {order}.</translation>
    </message>
    <message>
        <source>Around the point the function goes down on one side and up on the other: no extremum.</source>
        <translation>С одной стороны от точки функция убывает, с другой возрастает: экстремума нет.</translation>
    </message>
    <message>
        <source>there is no expression for the Hessian</source>
        <translation>для гессиана нет выражения</translation>
    </message>
    <message>
        <source>There is no method “{id}”. Did you mean {near}? There are {known}.</source>
        <translation>Метода «{id}» нет. Может быть, {near}? Есть {known}.</translation>
    </message>
    <message>
        <source>No step is low enough among {n} trials, down to a length of {length:.3g}.</source>
        <translation>Среди {n} проб, вплоть до длины {length:.3g}, нет достаточно низкой.</translation>
    </message>
    <message>
        <source>The function is not defined at the point.</source>
        <translation>В этой точке функция не определена.</translation>
    </message>
    <message>
        <source>The function has no gradient at the point.</source>
        <translation>В этой точке у функции нет градиента.</translation>
    </message>
    <message>
        <source>numbers for matrices {name} that are {properties} are not made yet</source>
        <translation>числа для матриц {name} со свойствами {properties} пока не создаются</translation>
    </message>
    <message>
        <source>the sum over {index} has {n} terms that cannot be computed together, which is too many</source>
        <translation>в сумме по {index} слагаемых {n}, вместе их не вычислить: слишком много</translation>
    </message>
    <message>
        <source>{name} has two indices, and sums over such families have no numbers yet</source>
        <translation>у {name} два индекса, а для сумм по таким семействам пока нет чисел</translation>
    </message>
    <message>
        <source>{name} stands for every member of a family, and the variable has to be one</source>
        <translation>{name} обозначает любой член семейства, а переменная должна быть одним</translation>
    </message>
    <message>
        <source>there are no derivatives of {name} yet</source>
        <translation>для {name} пока нет производных</translation>
    </message>
    <message>
        <source>only a scalar function is a landscape, and this one is {shape}</source>
        <translation>ландшафт есть только у скалярной функции, а эта — {shape}</translation>
    </message>
    <message>
        <source>the two axes are the same</source>
        <translation>две оси совпадают</translation>
    </message>
    <message>
        <source>this landscape has no gradient</source>
        <translation>у этого ландшафта нет градиента</translation>
    </message>
    <message>
        <source>a map of the plane has two numbers as value, and this one has {rows}×{columns}</source>
        <translation>у отображения плоскости два числа в значении, а здесь {rows}×{columns}</translation>
    </message>
    <message>
        <source>The function has no second derivatives at the point.</source>
        <translation>В этой точке у функции нет вторых производных.</translation>
    </message>
    <message>
        <source>along ∇f</source>
        <translation>вдоль ∇f</translation>
    </message>
    <message>
        <source>at a right angle to ∇f</source>
        <translation>под прямым углом к ∇f</translation>
    </message>
    <message>
        <source>from point 1 to point 2</source>
        <translation>от точки 1 к точке 2</translation>
    </message>
    <message>
        <source>towards point 3</source>
        <translation>к точке 3</translation>
    </message>
    <message>
        <source>along direction {number}</source>
        <translation>вдоль направления {number}</translation>
    </message>
    <message>
        <source>{name} is not among the variables</source>
        <translation>{name} нет среди переменных</translation>
    </message>
    <message>
        <source>{name} has {n} entries, and none of number {number}</source>
        <translation>в {name} элементов: {n}, номера {number} нет</translation>
    </message>
    <message>
        <source>The gradient is not defined at the point, so it has no direction.</source>
        <translation>Градиент в этой точке не определён, поэтому направления у него нет.</translation>
    </message>
    <message>
        <source>The gradient is zero at the point, so it has no direction.</source>
        <translation>Градиент в этой точке равен нулю, поэтому направления у него нет.</translation>
    </message>
    <message>
        <source>The Hessian is not defined at the point, so it has no eigenvectors.</source>
        <translation>Гессиан в этой точке не определён, поэтому собственных векторов нет.</translation>
    </message>
    <message>
        <source>A plane needs at least two coordinates.</source>
        <translation>Для плоскости нужны хотя бы две координаты.</translation>
    </message>
    <message>
        <source>The directions of the plane are not finite.</source>
        <translation>Направления плоскости не конечны.</translation>
    </message>
    <message>
        <source>Two of the three points are the same.</source>
        <translation>Две из трёх точек совпадают.</translation>
    </message>
    <message>
        <source>A direction is zero.</source>
        <translation>Направление равно нулю.</translation>
    </message>
    <message>
        <source>The three points lie on one line.</source>
        <translation>Три точки лежат на одной прямой.</translation>
    </message>
    <message>
        <source>The directions are parallel.</source>
        <translation>Направления параллельны.</translation>
    </message>
    <message>
        <source>{formula} is zero: its determinant has no logarithm, and the function has no values.</source>
        <translation>{formula} — ноль: у определителя нет логарифма, и функция не имеет значений.</translation>
    </message>
    <message>
        <source>{formula} is singular: it has no inverse, and the function has no values.</source>
        <translation>{formula} вырождена: обратной нет, и функция не имеет значений.</translation>
    </message>
    <message>
        <source>{formula} is singular: its determinant has no logarithm, and the function has no values.</source>
        <translation>{formula} вырождена: у определителя нет логарифма, и функция не имеет значений.</translation>
    </message>
    <message>
        <source>{formula} is zero: it has no inverse, and the function has no values.</source>
        <translation>{formula} — ноль: обратной нет, и функция не имеет значений.</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>не определена</translation>
    </message>
    <message numerus="yes">
        <source>{names} hold values of your own and would not fit; “New random values” gives them up.</source>
        <translation>
            <numerusform>{names}: значения заданы вами и не подошли бы по размеру; кнопка «Случайные значения» от них отказывается.</numerusform>
            <numerusform>{names}: значения заданы вами и не подошли бы по размеру; кнопка «Случайные значения» от них отказывается.</numerusform>
            <numerusform>{names}: значения заданы вами и не подошли бы по размеру; кнопка «Случайные значения» от них отказывается.</numerusform>
        </translation>
    </message>
    <message>
        <source>A vector takes one column of numbers.</source>
        <translation>Вектору нужен один столбец чисел.</translation>
    </message>
    <message>
        <source>mean of the squared distances from the mean</source>
        <translation>средний квадрат отклонения от среднего</translation>
    </message>
    <message>
        <source>root of the variance</source>
        <translation>корень из дисперсии</translation>
    </message>
    <message>
        <source>the mean of the squared distances from the mean</source>
        <translation>средний квадрат отклонения от среднего</translation>
    </message>
    <message>
        <source>the root of the variance</source>
        <translation>корень из дисперсии</translation>
    </message>
    <message>
        <source>Every curvature vanishes here: 2/λ_max sets no bound.</source>
        <translation>Здесь все кривизны равны нулю: 2/λ_max не задаёт границы.</translation>
    </message>
    <message>
        <source>The slope along the line changes its sign here: take this step.</source>
        <translation>Наклон вдоль прямой здесь меняет знак: принять шаг.</translation>
    </message>
    <message>
        <source>The search ends here: take the lowest point met.</source>
        <translation>Поиск здесь заканчивается: взять наинизшую найденную точку.</translation>
    </message>
    <message>
        <source>the softmax of each row is differentiated as a whole</source>
        <translation>softmax каждой строки дифференцируется целиком</translation>
    </message>
    <message>
        <source>the second derivative of a matrix function has no formula here</source>
        <translation>для второй производной функции от матрицы здесь нет формулы</translation>
    </message>
    <message>
        <source>the Jacobian of a matrix function is an integral; scalar functions of it, as {scalar}, are derived</source>
        <translation>якобиан функции от матрицы — интеграл; выводятся скалярные функции от неё, как {scalar}</translation>
    </message>
    <message>
        <source>the derivative of a matrix function</source>
        <translation>производная функции от матрицы</translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation>список точек</translation>
    </message>
    <message>
        <source>points of two numbers</source>
        <translation>точки из двух чисел</translation>
    </message>
    <message>
        <source>The gradient is nought: to first order no direction is better than another.</source>
        <translation>Градиент равен нулю: в первом порядке ни одно направление не лучше другого.</translation>
    </message>
    <message>
        <source>of a symmetric matrix the largest and the smallest are known: lambda_max(S), lambda_min(S)</source>
        <translation>у симметричной матрицы известны наибольшее и наименьшее: lambda_max(S), lambda_min(S)</translation>
    </message>
    <message>
        <source>norm(X, 1) of a matrix is its largest column sum, which is not known</source>
        <translation>norm(X, 1) от матрицы — это наибольшая сумма по столбцу, она здесь неизвестна</translation>
    </message>
    <message>
        <source>the sum of the absolute values of all entries is sum(abs(X))</source>
        <translation>сумма модулей всех элементов — это sum(abs(X))</translation>
    </message>
    <message>
        <source>softmax takes one argument, and 0 for the columns of a matrix</source>
        <translation>у softmax один аргумент; второй, 0, — для столбцов матрицы</translation>
    </message>
    <message>
        <source>square root of a matrix</source>
        <translation>квадратный корень из матрицы</translation>
    </message>
    <message>
        <source>matrix logarithm</source>
        <translation>логарифм матрицы</translation>
    </message>
    <message>
        <source>pseudo-inverse of a matrix of full column rank</source>
        <translation>псевдообратная к матрице полного столбцового ранга</translation>
    </message>
    <message>
        <source>product of the entries</source>
        <translation>произведение элементов</translation>
    </message>
    <message>
        <source>largest eigenvalue of a symmetric matrix</source>
        <translation>наибольшее собственное число симметричной матрицы</translation>
    </message>
    <message>
        <source>smallest eigenvalue of a symmetric matrix</source>
        <translation>наименьшее собственное число симметричной матрицы</translation>
    </message>
    <message>
        <source>eigenvector of the largest eigenvalue, of length one</source>
        <translation>собственный вектор длины один для наибольшего собственного числа</translation>
    </message>
    <message>
        <source>eigenvector of the smallest eigenvalue, of length one</source>
        <translation>собственный вектор длины один для наименьшего собственного числа</translation>
    </message>
    <message>
        <source>largest singular value, the spectral norm</source>
        <translation>наибольшее сингулярное число, спектральная норма</translation>
    </message>
    <message>
        <source>smallest singular value</source>
        <translation>наименьшее сингулярное число</translation>
    </message>
    <message>
        <source>condition number</source>
        <translation>число обусловленности</translation>
    </message>
    <message>
        <source>x where x &gt; 0, else a x; a is 0.01 unless it is said</source>
        <translation>x при x &gt; 0, иначе a x; a равно 0.01, если не сказано иначе</translation>
    </message>
    <message>
        <source>logarithm of the logistic function</source>
        <translation>логарифм логистической функции</translation>
    </message>
    <message>
        <source>logarithm of the softmax</source>
        <translation>логарифм softmax</translation>
    </message>
    <message>
        <source>log(e^x + e^y)</source>
        <translation>log(e^x + e^y)</translation>
    </message>
    <message>
        <source>a where the condition holds, else b</source>
        <translation>a, где условие выполнено, иначе b</translation>
    </message>
    <message>
        <source>x, but at least a and at most b</source>
        <translation>x, но не меньше a и не больше b</translation>
    </message>
    <message>
        <source>mean of the squared differences</source>
        <translation>среднее квадратов разностей</translation>
    </message>
    <message>
        <source>number of entries</source>
        <translation>число элементов</translation>
    </message>
    <message>
        <source>number of rows</source>
        <translation>число строк</translation>
    </message>
    <message>
        <source>number of columns</source>
        <translation>число столбцов</translation>
    </message>
    <message>
        <source>number of rows; of columns size(X, 2)</source>
        <translation>число строк; столбцов — size(X, 2)</translation>
    </message>
    <message>
        <source>sum of each row</source>
        <translation>сумма каждой строки</translation>
    </message>
    <message>
        <source>sum of each column</source>
        <translation>сумма каждого столбца</translation>
    </message>
    <message>
        <source>X&apos; Y; of one matrix X&apos; X</source>
        <translation>X&apos; Y; для одной матрицы X&apos; X</translation>
    </message>
    <message>
        <source>X Y&apos;; of one matrix X X&apos;</source>
        <translation>X Y&apos;; для одной матрицы X X&apos;</translation>
    </message>
    <message>
        <source>{name} is of a symmetric matrix, and this is not known to be one</source>
        <translation>{name} берётся от симметричной матрицы, а что эта симметрична, неизвестно</translation>
    </message>
    <message>
        <source>declare it symmetric, or write sigma_max(X) for a singular value</source>
        <translation>объявите её симметричной или напишите sigma_max(X) для сингулярного числа</translation>
    </message>
    <message>
        <source>what &apos;{word}&apos; says here is not understood</source>
        <translation>непонятно, что здесь говорит «{word}»</translation>
    </message>
    <message>
        <source>say a property of a symbol, as in: where A is symmetric, t &gt; 0</source>
        <translation>назовите свойство символа, например: where A is symmetric, t &gt; 0</translation>
    </message>
    <message numerus="yes">
        <source>{n} are stationary in this plane only.</source>
        <translation>
            <numerusform>{n} точка стационарна только в этой плоскости.</numerusform>
            <numerusform>{n} точки стационарны только в этой плоскости.</numerusform>
            <numerusform>{n} точек стационарны только в этой плоскости.</numerusform>
        </translation>
    </message>
    <message>
        <source>type the function itself; the order of the derivative is chosen beside it</source>
        <translation>введите саму функцию; порядок производной выбирается рядом</translation>
    </message>
    <message>
        <source>this sum has no index, and {member} has the index {index}</source>
        <translation>у этой суммы нет индекса, а у {member} есть индекс {index}</translation>
    </message>
    <message>
        <source>write sum_{index} for the sum over {index}</source>
        <translation>напишите sum_{index} для суммы по {index}</translation>
    </message>
    <message>
        <source>the softmax of each row</source>
        <translation>softmax каждой строки</translation>
    </message>
    <message>
        <source>the softmax of each column</source>
        <translation>softmax каждого столбца</translation>
    </message>
    <message>
        <source>its argument is a matrix</source>
        <translation>его аргумент — матрица</translation>
    </message>
    <message>
        <source>the largest singular value</source>
        <translation>наибольшее сингулярное число</translation>
    </message>
    <message>
        <source>the 2-norm of a matrix</source>
        <translation>2-норма матрицы</translation>
    </message>
    <message>
        <source>the nuclear norm</source>
        <translation>ядерная норма</translation>
    </message>
    <message>
        <source>of a matrix of full column rank: tr((X&apos; X)^(1/2))</source>
        <translation>для матрицы полного столбцового ранга: tr((X&apos; X)^(1/2))</translation>
    </message>
    <message>
        <source>this range of a product is not known</source>
        <translation>такой диапазон произведения неизвестен</translation>
    </message>
    <message>
        <source>a product runs over a whole index: \prod_{i=1}^{n}, or prod_i</source>
        <translation>произведение берётся по всему индексу: \prod_{i=1}^{n} или prod_i</translation>
    </message>
    <message>
        <source>the determinant of the diagonal matrix of its entries</source>
        <translation>определитель диагональной матрицы из его элементов</translation>
    </message>
    <message>
        <source>the root of the largest eigenvalue of X&apos; X</source>
        <translation>корень из наибольшего собственного числа X&apos; X</translation>
    </message>
    <message>
        <source>the root of the smallest eigenvalue of X&apos; X, where X has no more columns than rows</source>
        <translation>корень из наименьшего собственного числа X&apos; X, где у X столбцов не больше, чем строк</translation>
    </message>
    <message>
        <source>the largest singular value over the smallest</source>
        <translation>наибольшее сингулярное число, делённое на наименьшее</translation>
    </message>
    <message>
        <source>of a matrix of full column rank: (A&apos; A)^-1 A&apos;</source>
        <translation>для матрицы полного столбцового ранга: (A&apos; A)^-1 A&apos;</translation>
    </message>
    <message>
        <source>declare the factor instead, S = L L&apos;, and differentiate by L</source>
        <translation>объявите вместо этого множитель, S = L L&apos;, и дифференцируйте по L</translation>
    </message>
    <message>
        <source>write det(X) inv(X)</source>
        <translation>напишите det(X) inv(X)</translation>
    </message>
    <message>
        <source>write A x with the matrix A of the cross product by a</source>
        <translation>напишите A x, где A — матрица векторного умножения на a</translation>
    </message>
    <message>
        <source>write A x with a constant triangular matrix A of ones</source>
        <translation>напишите A x с постоянной треугольной матрицей A из единиц</translation>
    </message>
    <message>
        <source>a median has no derivative worth the name</source>
        <translation>у медианы нет производной, достойной этого имени</translation>
    </message>
    <message>
        <source>write M .* X with a constant matrix M of ones and noughts</source>
        <translation>напишите M .* X с постоянной матрицей M из нулей и единиц</translation>
    </message>
    <message>
        <source>the nuclear norm is of a matrix, but this is {shape0}</source>
        <translation>ядерная норма берётся от матрицы, а это {shape0}</translation>
    </message>
    <message>
        <source>The step size is above 2/λ_max = {bound:.4g}: close by, every step along the steepest curvature overshoots to {factor:.3g} times as far out, so the iterates never settle here: they run away, or jump about where f is less curved.</source>
        <translation>Размер шага больше 2/λ_max = {bound:.4g}: вблизи каждый шаг вдоль наибольшей кривизны перескакивает в {factor:.3g} раза дальше, поэтому приближения здесь никогда не остановятся: они убегают или скачут там, где кривизна f меньше.</translation>
    </message>
    <message>
        <source>Higher, and falling here: something lies between. Look nearer.</source>
        <translation>Выше, и здесь убывает: между ними что-то есть. Искать ближе.</translation>
    </message>
    <message>
        <source>Make it positive definite: raise the eigenvalues that are too small.</source>
        <translation>Сделать положительно определённым: поднять слишком малые собственные значения.</translation>
    </message>
    <message>
        <source>Converged at the start: ‖∇f‖ is at most {tolerance:g} there already.</source>
        <translation>Сошёлся уже в начальной точке: ‖∇f‖ там не больше {tolerance:g}.</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>нулевая</translation>
    </message>
    <message>
        <source>negative definite</source>
        <translation>отрицательно определённая</translation>
    </message>
    <message>
        <source>indefinite</source>
        <translation>неопределённая</translation>
    </message>
    <message>
        <source>negative semidefinite</source>
        <translation>отрицательно полуопределённая</translation>
    </message>
    <message>
        <source>The function has no second derivatives here.</source>
        <translation>Здесь у функции нет вторых производных.</translation>
    </message>
    <message>
        <source>All second derivatives are zero: the second-order test does not decide.</source>
        <translation>Все вторые производные равны нулю: признак второго порядка не решает.</translation>
    </message>
    <message>
        <source>The function curves upwards in every direction: a stationary point here would be a strict minimum.</source>
        <translation>Во всех направлениях функция изгибается вверх: стационарная точка была бы здесь строгим минимумом.</translation>
    </message>
    <message>
        <source>The function curves downwards in every direction: a stationary point here would be a strict maximum.</source>
        <translation>Во всех направлениях функция изгибается вниз: стационарная точка была бы здесь строгим максимумом.</translation>
    </message>
    <message>
        <source>The function curves up in one direction and down in another: a stationary point here would be a saddle.</source>
        <translation>В одном направлении функция изгибается вверх, в другом вниз: стационарная точка была бы здесь седлом.</translation>
    </message>
    <message>
        <source>The function curves upwards or not at all: the second-order test does not decide.</source>
        <translation>Функция изгибается вверх или не изгибается: признак второго порядка не решает.</translation>
    </message>
    <message>
        <source>The function curves downwards or not at all: the second-order test does not decide.</source>
        <translation>Функция изгибается вниз или не изгибается: признак второго порядка не решает.</translation>
    </message>
    <message>
        <source>The function curves upwards in every direction: this stationary point is a strict minimum.</source>
        <translation>Во всех направлениях функция изгибается вверх: эта стационарная точка — строгий минимум.</translation>
    </message>
    <message>
        <source>The function curves downwards in every direction: this stationary point is a strict maximum.</source>
        <translation>Во всех направлениях функция изгибается вниз: эта стационарная точка — строгий максимум.</translation>
    </message>
    <message>
        <source>The function curves up in one direction and down in another: this stationary point is a saddle.</source>
        <translation>В одном направлении функция изгибается вверх, в другом вниз: эта стационарная точка — седло.</translation>
    </message>
    <message>
        <source>The view holds more stationary points than are listed ({n}); zoom in to see the rest.</source>
        <translation>В этой области стационарных точек больше, чем в списке ({n}); приблизьте, чтобы увидеть остальные.</translation>
    </message>
    <message>
        <source>The view holds more stationary points than are listed; zoom in to see them.</source>
        <translation>В области больше стационарных точек, чем в списке; приблизьте, чтобы увидеть их.</translation>
    </message>
    <message>
        <source>The function is not defined anywhere in the view.</source>
        <translation>Функция нигде в этой области не определена.</translation>
    </message>
    <message>
        <source>The second derivative is zero and does not decide; the first derivative that is not zero has order {order}, which is odd.</source>
        <translation>Вторая производная равна нулю и не решает; первая ненулевая производная имеет порядок {order}, нечётный.</translation>
    </message>
    <message>
        <source>The second derivative is zero and does not decide; the first derivative that is not zero has order {order}, which is even.</source>
        <translation>Вторая производная равна нулю и не решает; первая ненулевая производная имеет порядок {order}, чётный.</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one changes from negative to positive.</source>
        <translation>Вторая производная не решает; первая меняет знак с минуса на плюс.</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one changes from positive to negative.</source>
        <translation>Вторая производная не решает; первая меняет знак с плюса на минус.</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one has the same sign to both sides.</source>
        <translation>Вторая производная не решает; первая по обе стороны имеет один и тот же знак.</translation>
    </message>
    <message>
        <source>The second derivative is positive.</source>
        <translation>Вторая производная положительна.</translation>
    </message>
    <message>
        <source>The second derivative is negative.</source>
        <translation>Вторая производная отрицательна.</translation>
    </message>
    <message>
        <source>No derivative up to order 14 tells what it is.</source>
        <translation>Производные до 14-го порядка не говорят, что это за точка.</translation>
    </message>
    <message>
        <source>The formula has no {derivative} at the point: a part of it has a kink or a pole.</source>
        <translation>У формулы в этой точке нет {derivative}: у одной из её частей излом или полюс.</translation>
    </message>
    <message>
        <source>first derivative</source>
        <translation>первой производной</translation>
    </message>
    <message>
        <source>second derivative</source>
        <translation>второй производной</translation>
    </message>
    <message>
        <source>third derivative</source>
        <translation>третьей производной</translation>
    </message>
    <message>
        <source>Beyond order {order} the coefficients are lost to rounding at this point.</source>
        <translation>Коэффициенты порядка выше {order} в этой точке теряются из-за округления.</translation>
    </message>
    <message>
        <source>derivative of order {order}</source>
        <translation>производной порядка {order}</translation>
    </message>
    <message>
        <source>The remainder is not defined near the point.</source>
        <translation>У точки остаток не определён.</translation>
    </message>
    <message>
        <source>The remainder is zero: the function is its own model here.</source>
        <translation>Остаток равен нулю: функция здесь совпадает со своей моделью.</translation>
    </message>
    <message>
        <source>The remainder is too small to measure.</source>
        <translation>Остаток слишком мал, чтобы его измерить.</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} или {second}</translation>
    </message>
    <message>
        <source>with {symbols}.</source>
        <translation>где {symbols}.</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>Вывод</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>the trace</source>
        <translation>след</translation>
    </message>
    <message>
        <source>the determinant</source>
        <translation>определитель</translation>
    </message>
    <message>
        <source>the logarithm of the determinant</source>
        <translation>логарифм определителя</translation>
    </message>
    <message>
        <source>the sum of the entries</source>
        <translation>сумма элементов</translation>
    </message>
    <message>
        <source>the log-sum-exp</source>
        <translation>логарифм суммы экспонент</translation>
    </message>
    <message>
        <source>the largest entry</source>
        <translation>наибольший элемент</translation>
    </message>
    <message>
        <source>the place of the largest entry</source>
        <translation>место наибольшего элемента</translation>
    </message>
    <message>
        <source>the place of the smallest entry</source>
        <translation>место наименьшего элемента</translation>
    </message>
    <message>
        <source>the largest eigenvalue</source>
        <translation>наибольшее собственное число</translation>
    </message>
    <message>
        <source>the smallest eigenvalue</source>
        <translation>наименьшее собственное число</translation>
    </message>
    <message>
        <source>the eigenvector of the largest eigenvalue</source>
        <translation>собственный вектор наибольшего собственного числа</translation>
    </message>
    <message>
        <source>the eigenvector of the smallest eigenvalue</source>
        <translation>собственный вектор наименьшего собственного числа</translation>
    </message>
    <message>
        <source>the softmax</source>
        <translation>софтмакс</translation>
    </message>
    <message>
        <source>the derivative of {function} at {argument} in the direction {direction}</source>
        <translation>производная функции {function} в точке {argument} по направлению {direction}</translation>
    </message>
    <message>
        <source>the diagonal</source>
        <translation>диагональ</translation>
    </message>
    <message>
        <source>the stacked columns</source>
        <translation>столбцы подряд</translation>
    </message>
    <message>
        <source>the matrix exponential</source>
        <translation>матричная экспонента</translation>
    </message>
    <message>
        <source>the matrix sine</source>
        <translation>матричный синус</translation>
    </message>
    <message>
        <source>the matrix cosine</source>
        <translation>матричный косинус</translation>
    </message>
    <message>
        <source>the matrix logarithm</source>
        <translation>логарифм матрицы</translation>
    </message>
    <message>
        <source>the Kronecker product</source>
        <translation>произведение Кронекера</translation>
    </message>
    <message>
        <source>the exponential</source>
        <translation>экспонента</translation>
    </message>
    <message>
        <source>the logarithm</source>
        <translation>логарифм</translation>
    </message>
    <message>
        <source>the square root</source>
        <translation>квадратный корень</translation>
    </message>
    <message>
        <source>the sine</source>
        <translation>синус</translation>
    </message>
    <message>
        <source>the cosine</source>
        <translation>косинус</translation>
    </message>
    <message>
        <source>the tangent</source>
        <translation>тангенс</translation>
    </message>
    <message>
        <source>the absolute value</source>
        <translation>модуль</translation>
    </message>
    <message>
        <source>the sign</source>
        <translation>знак</translation>
    </message>
    <message>
        <source>the positive part</source>
        <translation>положительная часть</translation>
    </message>
    <message>
        <source>the step function</source>
        <translation>ступенчатая функция</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>сигмоида</translation>
    </message>
    <message>
        <source>the logarithm to base two</source>
        <translation>двоичный логарифм</translation>
    </message>
    <message>
        <source>the logarithm to base ten</source>
        <translation>десятичный логарифм</translation>
    </message>
    <message>
        <source>the error function</source>
        <translation>функция ошибок</translation>
    </message>
    <message>
        <source>the normal density</source>
        <translation>плотность нормального распределения</translation>
    </message>
    <message>
        <source>the logarithm of the gamma function</source>
        <translation>логарифм гамма-функции</translation>
    </message>
    <message>
        <source>the digamma function</source>
        <translation>дигамма-функция</translation>
    </message>
    <message>
        <source>the trigamma function</source>
        <translation>тригамма-функция</translation>
    </message>
    <message>
        <source>the one-norm</source>
        <translation>первая норма</translation>
    </message>
    <message>
        <source>the maximum norm</source>
        <translation>максимум-норма</translation>
    </message>
    <message>
        <source>the norm</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>с крышкой</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>с чертой</translation>
    </message>
    <message>
        <source>tilde</source>
        <translation>с тильдой</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>с точкой</translation>
    </message>
    <message>
        <source>double dot</source>
        <translation>с двумя точками</translation>
    </message>
    <message>
        <source>check</source>
        <translation>с галочкой</translation>
    </message>
    <message>
        <source>breve</source>
        <translation>с дужкой</translation>
    </message>
    <message>
        <source>star</source>
        <translation>со звёздочкой</translation>
    </message>
    <message>
        <source>{f} of {x} plus {u}, minus {f} of {x},</source>
        <translation>{f} от {x} плюс {u}, минус {f} от {x},</translation>
    </message>
    <message>
        <source>the stacked columns of d {f}</source>
        <translation>столбцы d {f} подряд</translation>
    </message>
    <message>
        <source>d of the gradient of {f}</source>
        <translation>d градиента {f}</translation>
    </message>
    <message>
        <source>the gradient of {f} by {x}</source>
        <translation>градиент {f} по {x}</translation>
    </message>
    <message>
        <source>the derivative of {f} by {x}</source>
        <translation>производная {f} по {x}</translation>
    </message>
    <message>
        <source>the Jacobian of {f} by {x}</source>
        <translation>матрица Якоби {f} по {x}</translation>
    </message>
    <message>
        <source>the Hessian of {f} by {x}</source>
        <translation>матрица Гессе {f} по {x}</translation>
    </message>
    <message>
        <source>the Hessian block of {f} by {x} and {y}</source>
        <translation>блок матрицы Гессе {f} по {x} и {y}</translation>
    </message>
    <message>
        <source>the derivative of {f} by {x} sub {k}</source>
        <translation>производная {f} по {x} с индексом {k}</translation>
    </message>
    <message>
        <source>the stationary {x}</source>
        <translation>стационарное {x}</translation>
    </message>
    <message>
        <source>the gradient of {f}</source>
        <translation>градиент {f}</translation>
    </message>
    <message>
        <source>the Jacobian of {f}</source>
        <translation>матрица Якоби {f}</translation>
    </message>
    <message>
        <source>the Hessian of {f}</source>
        <translation>матрица Гессе {f}</translation>
    </message>
    <message>
        <source>{left} equals {right}</source>
        <translation>{left} равно {right}</translation>
    </message>
    <message>
        <source>the sum over {index} from one to {upper} of {body}</source>
        <translation>сумма по {index} от одного до {upper}: {body}</translation>
    </message>
    <message>
        <source>the matrix whose stacked columns are {columns}</source>
        <translation>матрица, столбцы которой подряд — {columns}</translation>
    </message>
    <message>
        <source>the inner product of {left} and {right}</source>
        <translation>скалярное произведение: {left} и {right}</translation>
    </message>
    <message>
        <source>{base} sub {index}</source>
        <translation>{base} с индексом {index}</translation>
    </message>
    <message>
        <source> plus </source>
        <translation> плюс </translation>
    </message>
    <message>
        <source> minus </source>
        <translation> минус </translation>
    </message>
    <message>
        <source>minus </source>
        <translation>минус </translation>
    </message>
    <message>
        <source>the gradient of </source>
        <translation>градиент </translation>
    </message>
    <message>
        <source>the Hessian of </source>
        <translation>матрица Гессе </translation>
    </message>
    <message>
        <source> times entrywise </source>
        <translation> поэлементно умножить на </translation>
    </message>
    <message>
        <source> divided entrywise by </source>
        <translation> поэлементно делить на </translation>
    </message>
    <message>
        <source> Kronecker </source>
        <translation> кронекерово на </translation>
    </message>
    <message>
        <source>{mantissa} times ten to the {exponent}</source>
        <translation>{mantissa} на десять в степени {exponent}</translation>
    </message>
    <message>
        <source>{base} to the power {exponent}</source>
        <translation>{base} в степени {exponent}</translation>
    </message>
    <message>
        <source>{power} entrywise</source>
        <translation>{power} поэлементно</translation>
    </message>
    <message>
        <source>{numerator} over {denominator}</source>
        <translation>{numerator} делить на {denominator}</translation>
    </message>
    <message>
        <source>{function} of the quantity {content}, end of quantity,</source>
        <translation>{function}, скобка открывается, {content}, скобка закрывается,</translation>
    </message>
    <message>
        <source>{function} of {argument}</source>
        <translation>{function} от {argument}</translation>
    </message>
    <message>
        <source>{base} transpose</source>
        <translation>{base} транспонированное</translation>
    </message>
    <message>
        <source>{base} inverse transpose</source>
        <translation>{base} обратная транспонированная</translation>
    </message>
    <message>
        <source>entry {index} of {base}</source>
        <translation>элемент {index} от {base}</translation>
    </message>
    <message>
        <source>the matrix with the rows {rows}, end of matrix,</source>
        <translation>матрица со строками {rows}, конец матрицы,</translation>
    </message>
    <message>
        <source>{base} squared</source>
        <translation>{base} в квадрате</translation>
    </message>
    <message>
        <source>{base} cubed</source>
        <translation>{base} в кубе</translation>
    </message>
    <message>
        <source>{base} inverse</source>
        <translation>{base} обратная</translation>
    </message>
    <message>
        <source>the identity</source>
        <translation>единичная матрица</translation>
    </message>
    <message>
        <source>the zero vector</source>
        <translation>нулевой вектор</translation>
    </message>
    <message>
        <source>the zero matrix</source>
        <translation>нулевая матрица</translation>
    </message>
    <message>
        <source>the all-ones vector</source>
        <translation>вектор из единиц</translation>
    </message>
    <message>
        <source>the all-ones matrix</source>
        <translation>матрица из единиц</translation>
    </message>
    <message>
        <source>d of {source}</source>
        <translation>d от {source}</translation>
    </message>
    <message>
        <source>the quantity {content}, end of quantity,</source>
        <translation>скобка открывается, {content}, скобка закрывается,</translation>
    </message>
    <message>
        <source>the Jacobian of {F} by {V}</source>
        <translation>матрица Якоби {F} по {V}</translation>
    </message>
    <message>
        <source>the second derivative of {f} by {x}</source>
        <translation>вторая производная {f} по {x}</translation>
    </message>
    <message>
        <source>d of the gradient of {f} by {x}</source>
        <translation>d градиента {f} по {x}</translation>
    </message>
    <message>
        <source>d of the derivative of {f} by {x}</source>
        <translation>d производной {f} по {x}</translation>
    </message>
    <message>
        <source>the stacked columns of d of the gradient of {f}</source>
        <translation>столбцы d градиента {f} подряд</translation>
    </message>
    <message>
        <source>the transpose of {body}</source>
        <translation>транспонированное: {body}</translation>
    </message>
    <message>
        <source>{left} times {right}</source>
        <translation>{left} умножить на {right}</translation>
    </message>
    <message>
        <source>the stacked {x}</source>
        <translation>столбцы {x} подряд</translation>
    </message>
    <message>
        <source>{rule}; denominator layout: the transpose</source>
        <translation>{rule}; раскладка по знаменателю: транспонируем</translation>
    </message>
    <message>
        <source>The numerator layout writes the derivative of a scalar as a row, the transpose of the gradient.</source>
        <translation>В раскладке по числителю производная скаляра пишется строкой, то есть транспонированным градиентом.</translation>
    </message>
    <message>
        <source>The denominator layout gives the variable the rows, so it shows the transpose of the Jacobian.</source>
        <translation>В раскладке по знаменателю строки отвечают переменной, поэтому показан транспонированный якобиан.</translation>
    </message>
    <message>
        <source>Stopped: {reason}.</source>
        <translation>Остановлено: {reason}.</translation>
    </message>
    <message>
        <source>no error at all</source>
        <translation>без какой-либо ошибки</translation>
    </message>
    <message>
        <source>Every step and the result were verified numerically at {places}, with {error}.</source>
        <translation>Каждый шаг и результат проверены численно на {places}, {error}.</translation>
    </message>
    <message>
        <source>Read off</source>
        <translation>Считываем производную</translation>
    </message>
    <message>
        <source>{rule}; numerator layout: the transpose</source>
        <translation>{rule}; раскладка по числителю: транспонируем</translation>
    </message>
    <message>
        <source>{sentence} {layout}</source>
        <translation>{sentence} {layout}</translation>
    </message>
    <message>
        <source>{name} does not depend on {variable}, so the derivative by it is zero.</source>
        <translation>{name} не зависит от {variable}, поэтому производная по этой переменной равна нулю.</translation>
    </message>
    <message>
        <source>Derivative of {function} by {variables}</source>
        <translation>Производная {function} по {variables}</translation>
    </message>
    <message>
        <source>Not verified numerically.</source>
        <translation>Не проверено численно.</translation>
    </message>
    <message>
        <source>There was no step to verify.</source>
        <translation>Проверять было нечего.</translation>
    </message>
    <message>
        <source>Numeric verification failed: {reason}.</source>
        <translation>Численная проверка не прошла: {reason}.</translation>
    </message>
    <message>
        <source>a largest relative error of {error}</source>
        <translation>наибольшая относительная погрешность {error}</translation>
    </message>
    <message>
        <source>Second derivative of {function} by {variables}</source>
        <translation>Вторая производная {function} по {variables}</translation>
    </message>
    <message>
        <source>Numeric verification failed: a step does not hold.</source>
        <translation>Численная проверка не прошла: один из шагов неверен.</translation>
    </message>
    <message>
        <source>Every step shown was verified numerically.</source>
        <translation>Каждый показанный шаг проверен численно.</translation>
    </message>
    <message>
        <source>a step does not hold</source>
        <translation>один из шагов неверен</translation>
    </message>
    <message>
        <source>an entry of a Kronecker product needs two indices for one place</source>
        <translation>элементу произведения Кронекера нужны два индекса на одно место</translation>
    </message>
    <message>
        <source>an entry of vec needs two indices for one place</source>
        <translation>элементу vec нужны два индекса на одно место</translation>
    </message>
    <message>
        <source>an entry of unvec needs two indices for one place</source>
        <translation>элементу unvec нужны два индекса на одно место</translation>
    </message>
    <message>
        <source>an entry of a commutation matrix needs two indices for one place</source>
        <translation>элементу коммутационной матрицы нужны два индекса на одно место</translation>
    </message>
    <message>
        <source>which entry is the largest (or smallest) is not told by its place</source>
        <translation>какой элемент наибольший (или наименьший), по его месту не видно</translation>
    </message>
    <message>
        <source>the entries of {part} are not written down one by one</source>
        <translation>по элементам это не выписывается: {part}</translation>
    </message>
    <message>
        <source>{reason}; use the method of differentials</source>
        <translation>{reason}; используйте метод дифференциалов</translation>
    </message>
    <message>
        <source>an inverse</source>
        <translation>обратная матрица</translation>
    </message>
    <message>
        <source>an entrywise fraction</source>
        <translation>поэлементная дробь</translation>
    </message>
    <message>
        <source>such an entrywise power</source>
        <translation>такая поэлементная степень</translation>
    </message>
    <message>
        <source>such a power</source>
        <translation>такая степень</translation>
    </message>
    <message>
        <source>a power with a letter</source>
        <translation>степень с буквенным показателем</translation>
    </message>
    <message>
        <source>a norm</source>
        <translation>норма</translation>
    </message>
    <message>
        <source>a Kronecker product</source>
        <translation>произведение Кронекера</translation>
    </message>
    <message>
        <source>a largest or smallest entry</source>
        <translation>наибольший или наименьший элемент</translation>
    </message>
    <message>
        <source>the larger of two</source>
        <translation>большее из двух</translation>
    </message>
    <message>
        <source>a function without a formula</source>
        <translation>функция без формулы</translation>
    </message>
    <message>
        <source>of a matrix power with a letter only X^k itself is differentiated, not X^(k - 1); give k a number</source>
        <translation>из степеней матрицы с буквенным показателем дифференцируется только сама X^k, но не X^(k - 1); задайте k числом</translation>
    </message>
    <message>
        <source>a p-norm is of a vector here, but this is {shape0}</source>
        <translation>p-норма здесь берётся от вектора, а это {shape0}</translation>
    </message>
    <message>
        <source>of its entries: sum(abs(X).^p)^(1/p)</source>
        <translation>по элементам: sum(abs(X).^p)^(1/p)</translation>
    </message>
    <message>
        <source>arrays of whole numbers are not known</source>
        <translation>массивы целых чисел не предусмотрены</translation>
    </message>
    <message>
        <source>the function itself is what is typed here</source>
        <translation>здесь вводится сама функция</translation>
    </message>
    <message>
        <source>to be done with the function</source>
        <translation>что сделать с функцией</translation>
    </message>
    <message>
        <source>this line says the function once more</source>
        <translation>в этой строке та же функция записана ещё раз</translation>
    </message>
    <message>
        <source>keep one of the two lines</source>
        <translation>оставьте одну из двух строк</translation>
    </message>
    <message>
        <source>a sum of all these terms</source>
        <translation>сумма всех этих слагаемых</translation>
    </message>
    <message>
        <source>the later ones use its index too</source>
        <translation>в последующих стоит тот же индекс</translation>
    </message>
    <message>
        <source>write abs(...) for the size of every entry, or ||...|| for the norm</source>
        <translation>напишите abs(...) для модуля каждого элемента или ||...|| для нормы</translation>
    </message>
    <message>
        <source>bars are for numbers and square matrices, but this is {shape0}</source>
        <translation>прямые черты ставятся вокруг чисел и квадратных матриц, а это {shape0}</translation>
    </message>
    <message>
        <source>did you mean .^ (entry by entry), or the squared norm ||...||^2?</source>
        <translation>может быть, .^ (поэлементно) или квадрат нормы ||...||^2?</translation>
    </message>
    <message>
        <source>the derivative of {word} is not written with a prime here</source>
        <translation>производная {word} здесь штрихом не обозначается</translation>
    </message>
    <message>
        <source>write it out, for example sigma(x) .* (1 - sigma(x)) or 1 - tanh(x).^2</source>
        <translation>выпишите её, например sigma(x) .* (1 - sigma(x)) или 1 - tanh(x).^2</translation>
    </message>
    <message numerus="yes">
        <source>{n} inflections</source>
        <translation>
            <numerusform>{n} точка перегиба</numerusform>
            <numerusform>{n} точки перегиба</numerusform>
            <numerusform>{n} точек перегиба</numerusform>
        </translation>
    </message>
    <message>
        <source>To first order the map takes everything here to one point.</source>
        <translation>В первом порядке отображение переводит здесь всё в одну точку.</translation>
    </message>
    <message>
        <source>{x} goes from {x0} to {x1}, {y} from {y0} to {y1}, and {function} from {low} to {high}.</source>
        <translation>{x} меняется от {x0} до {x1}, {y} — от {y0} до {y1}, {function} — от {low} до {high}.</translation>
    </message>
    <message>
        <source>The function&apos;s value has two numbers, so it is drawn as a map of the plane, which takes two numbers: choose two variables beside “by”.</source>
        <translation>Значение функции — два числа, поэтому она рисуется как отображение плоскости, у которого два аргумента: выберите две переменные рядом со словом «по».</translation>
    </message>
    <message>
        <source>Where f has no gradient, as at a corner, a minimum or maximum is not listed.</source>
        <translation>Минимумы и максимумы там, где у f нет градиента (в изломах), в список не входят.</translation>
    </message>
    <message>
        <source>In a part of the view the function is constant, as far as floating-point numbers tell: every point there is stationary.</source>
        <translation>В части этой области функция постоянна, насколько это различимо в числах с плавающей запятой: там стационарна каждая точка.</translation>
    </message>
    <message>
        <source>The contours of the model are ellipses, {ratio} times as long as wide.</source>
        <translation>Линии уровня модели — эллипсы с отношением длины к ширине {ratio}.</translation>
    </message>
    <message>
        <source>The contours of the model are circles.</source>
        <translation>Линии уровня модели — окружности.</translation>
    </message>
    <message>
        <source>No damping makes f fall: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>Ни при каком демпфировании f не убывает: меньше f не становится из-за округления, или здесь у неё излом.</translation>
    </message>
    <message>
        <source>The line search finds no lower point: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>Линейный поиск не находит точки ниже: меньше f не становится из-за округления, или здесь у неё излом.</translation>
    </message>
    <message>
        <source>No radius makes f fall: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>Ни при каком радиусе f не убывает: меньше f не становится из-за округления, или здесь у неё излом.</translation>
    </message>
    <message>
        <source>write x_{index} for a member, or sum(x) for the sum of all entries</source>
        <translation>напишите x_{index} для члена семейства или sum(x) для суммы всех элементов</translation>
    </message>
    <message>
        <source>nothing under this sum has the index {index}</source>
        <translation>под этой суммой ничто не имеет индекса {index}</translation>
    </message>
    <message numerus="yes">
        <source>{n} values</source>
        <translation>
            <numerusform>{n} значение</numerusform>
            <numerusform>{n} значения</numerusform>
            <numerusform>{n} значений</numerusform>
        </translation>
    </message>
    <message>
        <source>Space plays, ← and → step, ↑ and ↓ change the speed, also in the plot</source>
        <translation>Пробел — воспроизведение, ← и → — шаг, ↑ и ↓ — скорость; и на графике тоже</translation>
    </message>
    <message>
        <source>Arrow keys move the point, with Shift finely; Alt and arrow keys move the view, + and − zoom, Home brings the first view back, Enter starts a descent at the point. While a descent is shown, arrows, Home and End go through its steps and Space plays it; with Ctrl they move the point and the view.</source>
        <translation>Стрелки двигают точку, с Shift — мелко; Alt со стрелками двигает область, + и − меняют масштаб, Home возвращает исходный вид, Enter начинает спуск из точки. Пока показан спуск, стрелки, Home и End ходят по его шагам, а пробел воспроизводит его; с Ctrl они двигают точку и область.</translation>
    </message>
    <message>
        <source>{name} is one of a family under a sum; by a member of it the method of differentials derives</source>
        <translation>{name} — член семейства под знаком суммы; по отдельному члену дифференцирует метод дифференциалов</translation>
    </message>
    <message>
        <source>{name} is a member of the sum over {index} and stands in its terms elsewhere too</source>
        <translation>{name} — член семейства в сумме по {index} и стоит в её слагаемых ещё и в другом месте</translation>
    </message>
    <message>
        <source>{name} is one of a family, but has another shape than it</source>
        <translation>{name} — член семейства, но другой формы</translation>
    </message>
    <message>
        <source>the term with {index} = {place} of this sum cannot be written</source>
        <translation>слагаемое этой суммы при {index} = {place} нельзя записать</translation>
    </message>
    <message>
        <source>{name} needs sizes that fit, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>{name}: размеры должны согласоваться, но `{part0}` — {size0}, а `{part1}` — {size1}</translation>
    </message>
    <message>
        <source>outer needs two columns, but this is {shape0}</source>
        <translation>outer требует двух столбцов, а это {shape0}</translation>
    </message>
    <message>
        <source>count from one: sum_{t=1}^{n}, with a family of its own (z_t) for what is shifted</source>
        <translation>считайте с единицы: sum_{t=1}^{n}, а сдвинутое обозначьте своим семейством (z_t)</translation>
    </message>
    <message>
        <source>name the shifted members as a family of their own: z_t for x_{t-1}</source>
        <translation>обозначьте сдвинутые члены своим семейством: z_t вместо x_{t-1}</translation>
    </message>
    <message>
        <source>leave the subscript of a function out: h(x_i) with h: R^n -&gt; R, or write the model itself: w&apos; x_i</source>
        <translation>опустите индекс у функции: h(x_i), где h: R^n -&gt; R, или запишите саму модель: w&apos; x_i</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full.</source>
        <translation>Не удалось записать {name}: на диске нет места.</translation>
    </message>
    <message>
        <source>It is lowest near {low}, and highest near {high}.</source>
        <translation>Наименьшее значение вблизи {low}, наибольшее вблизи {high}.</translation>
    </message>
    <message>
        <source>{function} is not defined in {share} % of the view, which is hatched.</source>
        <translation>{function} не определена на {share} % области просмотра; эта часть заштрихована.</translation>
    </message>
    <message>
        <source>gradient = ({components})</source>
        <translation>градиент = ({components})</translation>
    </message>
    <message>
        <source>gradient norm = {norm}</source>
        <translation>норма градиента = {norm}</translation>
    </message>
    <message>
        <source>The commas were read as decimal: “{text}” is {value}.</source>
        <translation>Запятые прочитаны как десятичные: «{text}» — это {value}.</translation>
    </message>
    <message>
        <source>“{text}” was read as two numbers; if its comma is decimal, write a point.</source>
        <translation>«{text}» прочитано как два числа; если запятая десятичная, поставьте точку.</translation>
    </message>
    <message>
        <source>Nowhere around the point is the function lower, but along some direction it keeps its value: a minimum that is not strict.</source>
        <translation>Вокруг точки функция нигде не меньше, но вдоль некоторого направления сохраняет своё значение: нестрогий минимум.</translation>
    </message>
    <message>
        <source>Nowhere around the point is the function higher, but along some direction it keeps its value: a maximum that is not strict.</source>
        <translation>Вокруг точки функция нигде не больше, но вдоль некоторого направления сохраняет своё значение: нестрогий максимум.</translation>
    </message>
    <message>
        <source>This is no minimum: f curves downwards here.</source>
        <translation>Это не минимум: f здесь выпукла вверх.</translation>
    </message>
    <message>
        <source>This is a saddle point, not a minimum: f also curves downwards here.</source>
        <translation>Это седловая точка, а не минимум: вдоль некоторых направлений f здесь изгибается вниз.</translation>
    </message>
    <message>
        <source>Solve the linear least squares, damped by λ, for the step.</source>
        <translation>Найти шаг из линейной задачи наименьших квадратов с демпфированием λ.</translation>
    </message>
    <message>
        <source>The data has {rows} rows; the batch must be at most that.</source>
        <translation>Строк в данных: {rows}; батч не может быть больше.</translation>
    </message>
    <message>
        <source>The model is low enough within the region.</source>
        <translation>Внутри области модель уже достаточно мала.</translation>
    </message>
    <message>
        <source>Downhill the model is lowest at the Cauchy point.</source>
        <translation>Вдоль антиградиента модель наименьшая в точке Коши.</translation>
    </message>
    <message>
        <source>The model is lowest of all at the Newton point.</source>
        <translation>Наименьшее значение модели — в точке Ньютона.</translation>
    </message>
    <message>
        <source>Go towards the Cauchy point, then towards the Newton point, as far as the region&apos;s edge.</source>
        <translation>Идти к точке Коши, затем к точке Ньютона — до границы области.</translation>
    </message>
    <message>
        <source>Make the model lower by conjugate gradients, as far as the region&apos;s edge.</source>
        <translation>Уменьшать модель методом сопряжённых градиентов до границы области.</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>How the Engine Works</source>
        <translation>Как работает движок</translation>
    </message>
    <message>
        <source>Search the page on the engine</source>
        <translation>Поиск на странице о движке</translation>
    </message>
    <message>
        <source>Reading the code…</source>
        <translation>Читаем код…</translation>
    </message>
    <message>
        <source>The page cannot be shown.</source>
        <translation>Страницу нельзя показать.</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export the descent</source>
        <translation>Экспортировать спуск</translation>
    </message>
    <message>
        <source>Export what is shown here, one descent or all that are compared: GIF, MP4, CSV</source>
        <translation>Экспортировать показанное — один спуск или все сравниваемые: GIF, MP4, CSV</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{name}: what is wrong with the value</source>
        <translation>{name}: что не так со значением</translation>
    </message>
</context>
<context>
    <name>FitPage</name>
    <message>
        <source>The fit to the data</source>
        <translation>Подгонка к данным</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>The fit to the data</source>
        <translation>Подгонка к данным</translation>
    </message>
    <message>
        <source>The data, and the fit of this step</source>
        <translation>Данные и подгонка этого шага</translation>
    </message>
    <message>
        <source>The update as notes print it</source>
        <translation>Обновление, как его пишут в конспектах</translation>
    </message>
    <message>
        <source>The minimum and this step</source>
        <translation>Минимум и этот шаг</translation>
    </message>
    <message>
        <source>row</source>
        <translation>строка</translation>
    </message>
    <message>
        <source>There is no single minimum: the columns of {} depend on one another.</source>
        <translation>Единственного минимума нет: столбцы {} зависимы.</translation>
    </message>
    <message>
        <source>There is no minimum: a plane separates the classes, and {} grows without end.</source>
        <translation>Минимума нет: плоскость разделяет классы, и {} растёт без конца.</translation>
    </message>
    <message>
        <source>{values}, coordinate by coordinate: there is no closed form</source>
        <translation>{values}, покоординатно: замкнутой формулы нет</translation>
    </message>
    <message>
        <source>{values}, by Newton&apos;s method: there is no closed form</source>
        <translation>{values}, методом Ньютона: замкнутой формулы нет</translation>
    </message>
    <message>
        <source>every row fitted exactly: {formula}</source>
        <translation>каждая строка приближена точно: {formula}</translation>
    </message>
    <message>
        <source>{} of {} rows are on their side.</source>
        <translation>На своей стороне {} из {} строк.</translation>
    </message>
    <message>
        <source>The boundary of this step lies beyond the data.</source>
        <translation>Граница на этом шаге проходит вне данных.</translation>
    </message>
    <message>
        <source>The boundary lies beyond the data: it goes through 0. A column of ones in {} frees it.</source>
        <translation>Граница проходит вне данных, через 0. Столбец единиц в {} её освободит.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Chain rule and networks</source>
        <translation>Сложная функция и нейросети</translation>
    </message>
    <message>
        <source>A score with softmax</source>
        <translation>Оценка с softmax</translation>
    </message>
    <message>
        <source>Attention for one query.</source>
        <translation>Внимание для одного запроса.</translation>
    </message>
    <message>
        <source>Landscapes</source>
        <translation>Ландшафты</translation>
    </message>
    <message>
        <source>Beale&apos;s function</source>
        <translation>Функция Била</translation>
    </message>
    <message>
        <source>Flat, with steep walls.</source>
        <translation>Плоская, с крутыми стенами.</translation>
    </message>
    <message>
        <source>Quadratic forms and least squares</source>
        <translation>Квадратичные формы и наименьшие квадраты</translation>
    </message>
    <message>
        <source>Bilinear form by its matrix</source>
        <translation>Билинейная форма по матрице</translation>
    </message>
    <message>
        <source>A scalar is its own trace; then the trace is turned.</source>
        <translation>Скаляр равен своему следу; затем множители под следом переставляются.</translation>
    </message>
    <message>
        <source>Booth&apos;s function</source>
        <translation>Функция Бута</translation>
    </message>
    <message>
        <source>One minimum in a tilted bowl.</source>
        <translation>Один минимум в наклонённой чаше.</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>Трёхгорбый верблюд</translation>
    </message>
    <message>
        <source>Three minima.</source>
        <translation>Три минимума.</translation>
    </message>
    <message>
        <source>Chain of unspecified functions</source>
        <translation>Цепочка функций без формул</translation>
    </message>
    <message>
        <source>The Jacobian of the inner function, transposed, times the gradient of the outer one.</source>
        <translation>Транспонированный якобиан внутренней функции на градиент внешней.</translation>
    </message>
    <message>
        <source>A bowl with a condition number</source>
        <translation>Чаша с числом обусловленности</translation>
    </message>
    <message>
        <source>Drag the slider of κ in Values: from a round bowl to a narrow valley.</source>
        <translation>Двигайте ползунок κ на вкладке «Значения»: от круглой чаши к узкой долине.</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Векторы</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>Косинусное сходство</translation>
    </message>
    <message>
        <source>How well two directions agree.</source>
        <translation>Насколько совпадают два направления.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Функции потерь</translation>
    </message>
    <message>
        <source>Cross-entropy of a softmax</source>
        <translation>Кросс-энтропия softmax</translation>
    </message>
    <message>
        <source>Prediction minus truth, times the input.</source>
        <translation>Предсказание минус истина, умноженное на вход.</translation>
    </message>
    <message>
        <source>A vector times its squared length</source>
        <translation>Вектор, умноженный на квадрат своей длины</translation>
    </message>
    <message>
        <source>The scalar moves out in front, and an identity makes the shapes add.</source>
        <translation>Скаляр выносится вперёд, а единичная матрица согласует размеры.</translation>
    </message>
    <message>
        <source>Entries and layouts</source>
        <translation>Элементы и раскладки</translation>
    </message>
    <message>
        <source>A curve</source>
        <translation>Кривая</translation>
    </message>
    <message>
        <source>A vector by a scalar: the velocity.</source>
        <translation>Вектор по скаляру: скорость.</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>Матрицы</translation>
    </message>
    <message>
        <source>Determinant</source>
        <translation>Определитель</translation>
    </message>
    <message>
        <source>Jacobi&apos;s formula.</source>
        <translation>Формула Якоби.</translation>
    </message>
    <message>
        <source>Two wells</source>
        <translation>Две ямы</translation>
    </message>
    <message>
        <source>Two minima and a saddle between them.</source>
        <translation>Два минимума и седло между ними.</translation>
    </message>
    <message>
        <source>Exponential of a squared length</source>
        <translation>Экспонента квадрата длины</translation>
    </message>
    <message>
        <source>The chain rule for a scalar function of a scalar.</source>
        <translation>Производная сложной функции: скаляр от скаляра.</translation>
    </message>
    <message>
        <source>Matrix factorisation</source>
        <translation>Разложение матрицы</translation>
    </message>
    <message>
        <source>The gradients by both factors.</source>
        <translation>Градиенты по обоим множителям.</translation>
    </message>
    <message>
        <source>Distance of matrices</source>
        <translation>Расстояние между матрицами</translation>
    </message>
    <message>
        <source>The squared Frobenius norm as a trace.</source>
        <translation>Квадрат нормы Фробениуса как след.</translation>
    </message>
    <message>
        <source>Likelihood by the precision matrix</source>
        <translation>Правдоподобие по матрице точности</translation>
    </message>
    <message>
        <source>The log-determinant against a quadratic form.</source>
        <translation>Логарифм определителя против квадратичной формы.</translation>
    </message>
    <message>
        <source>Likelihood of a normal distribution</source>
        <translation>Правдоподобие нормального распределения</translation>
    </message>
    <message>
        <source>By the mean: (x - mu) / s^2.</source>
        <translation>По среднему: (x - mu) / s^2.</translation>
    </message>
    <message>
        <source>Second derivatives</source>
        <translation>Вторые производные</translation>
    </message>
    <message>
        <source>Hessian of a quadratic form</source>
        <translation>Гессиан квадратичной формы</translation>
    </message>
    <message>
        <source>A + A&apos;.</source>
        <translation>A + A&apos;.</translation>
    </message>
    <message>
        <source>Hessian of the logistic loss</source>
        <translation>Гессиан логистической функции потерь</translation>
    </message>
    <message>
        <source>Positive semidefinite: the loss is convex.</source>
        <translation>Неотрицательно определён: функция потерь выпукла.</translation>
    </message>
    <message>
        <source>Hessian of log-sum-exp</source>
        <translation>Гессиан log-sum-exp</translation>
    </message>
    <message>
        <source>The covariance of a softmax.</source>
        <translation>Ковариация softmax.</translation>
    </message>
    <message>
        <source>Hessian of least squares</source>
        <translation>Гессиан наименьших квадратов</translation>
    </message>
    <message>
        <source>2 X&apos;X, positive definite for full column rank.</source>
        <translation>2 X&apos;X, положительно определён при полном столбцовом ранге.</translation>
    </message>
    <message>
        <source>Himmelblau&apos;s function</source>
        <translation>Функция Химмельблау</translation>
    </message>
    <message>
        <source>Four minima of equal depth.</source>
        <translation>Четыре минимума равной глубины.</translation>
    </message>
    <message>
        <source>Least squares as an inner product</source>
        <translation>Наименьшие квадраты как скалярное произведение</translation>
    </message>
    <message>
        <source>Through u = y - W x, or by expanding the brackets: both ways agree.</source>
        <translation>Через u = y - W x или раскрыв скобки: оба пути дают одно.</translation>
    </message>
    <message>
        <source>Inverse</source>
        <translation>Обратная матрица</translation>
    </message>
    <message>
        <source>From A^-1 A = I, both sides differentiated.</source>
        <translation>Из A^-1 A = I: дифференцируем обе части.</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Лассо</translation>
    </message>
    <message>
        <source>A penalty with corners.</source>
        <translation>Штраф с углами.</translation>
    </message>
    <message>
        <source>The weights of a linear layer</source>
        <translation>Веса линейного слоя</translation>
    </message>
    <message>
        <source>By weights and bias: the gradient at the output, times the input.</source>
        <translation>По весам и сдвигу: градиент на выходе, умноженный на вход.</translation>
    </message>
    <message>
        <source>Loss after a linear layer</source>
        <translation>Функция потерь после линейного слоя</translation>
    </message>
    <message>
        <source>The gradient goes back through the transposed weights.</source>
        <translation>Градиент идёт назад через транспонированные веса.</translation>
    </message>
    <message>
        <source>Least squares by the matrix</source>
        <translation>Наименьшие квадраты по матрице</translation>
    </message>
    <message>
        <source>The gradient by the data matrix is of rank one.</source>
        <translation>Градиент по матрице данных — ранга один.</translation>
    </message>
    <message>
        <source>Least squares as a product</source>
        <translation>Наименьшие квадраты как произведение</translation>
    </message>
    <message>
        <source>The same loss, multiplied out.</source>
        <translation>Та же функция потерь с раскрытыми скобками.</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Наименьшие квадраты</translation>
    </message>
    <message>
        <source>From the loss to its gradient, its normal equations and its minimum.</source>
        <translation>От функции потерь к градиенту, нормальным уравнениям и минимуму.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Длина</translation>
    </message>
    <message>
        <source>The gradient of the length is the unit vector; at the origin there is none.</source>
        <translation>Градиент длины — единичный вектор; в начале координат его нет.</translation>
    </message>
    <message>
        <source>A line through data</source>
        <translation>Прямая по данным</translation>
    </message>
    <message>
        <source>Least squares by descent; the line is drawn beside the plane of its weights (Fit).</source>
        <translation>Наименьшие квадраты спуском; прямая нарисована рядом с плоскостью весов («Подгонка»).</translation>
    </message>
    <message>
        <source>Linear form</source>
        <translation>Линейная форма</translation>
    </message>
    <message>
        <source>Its gradient is the coefficient vector; by definition.</source>
        <translation>Её градиент — вектор коэффициентов; по определению.</translation>
    </message>
    <message>
        <source>Linear map</source>
        <translation>Линейное отображение</translation>
    </message>
    <message>
        <source>The Jacobian; in denominator layout its transpose.</source>
        <translation>Якобиан; в раскладке по знаменателю — транспонированный.</translation>
    </message>
    <message>
        <source>Log-determinant</source>
        <translation>Логарифм определителя</translation>
    </message>
    <message>
        <source>The gradient is the inverse.</source>
        <translation>Градиент — обратная матрица.</translation>
    </message>
    <message>
        <source>Log-sum-exp with a minimum</source>
        <translation>Log-sum-exp с минимумом</translation>
    </message>
    <message>
        <source>Smooth and convex, with steep walls: Boyd&apos;s and Vandenberghe&apos;s example for line searches.</source>
        <translation>Выпуклая, с крутыми стенами: пример Бойда и Ванденберге для линейного поиска.</translation>
    </message>
    <message>
        <source>Log-sum-exp</source>
        <translation>Log-sum-exp</translation>
    </message>
    <message>
        <source>A smooth maximum; its gradient is the softmax.</source>
        <translation>Гладкий максимум; его градиент — softmax.</translation>
    </message>
    <message>
        <source>Logistic regression on data</source>
        <translation>Логистическая регрессия по данным</translation>
    </message>
    <message>
        <source>Two classes that overlap; the boundary is drawn beside the plane of its weights (Fit).</source>
        <translation>Два перекрывающихся класса; граница нарисована рядом с плоскостью весов («Подгонка»).</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>Логистическая регрессия</translation>
    </message>
    <message>
        <source>The loss over all data.</source>
        <translation>Функция потерь по всем данным.</translation>
    </message>
    <message>
        <source>Logistic loss</source>
        <translation>Логистическая функция потерь</translation>
    </message>
    <message>
        <source>The chain rule, and a fraction recognised as the sigmoid.</source>
        <translation>Производная сложной функции и дробь, в которой узнаётся сигмоида.</translation>
    </message>
    <message>
        <source>A matrix of powers</source>
        <translation>Матрица степеней</translation>
    </message>
    <message>
        <source>A matrix by a scalar, entry by entry.</source>
        <translation>Матрица по скаляру, поэлементно.</translation>
    </message>
    <message>
        <source>A matrix by two variables</source>
        <translation>Матрица по двум переменным</translation>
    </message>
    <message>
        <source>Eight partial derivatives, and how they are arranged.</source>
        <translation>Восемь частных производных и то, как они расположены.</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>Обезьянье седло</translation>
    </message>
    <message>
        <source>The test by second derivatives does not decide here.</source>
        <translation>Признак второго порядка здесь не решает.</translation>
    </message>
    <message>
        <source>A narrow bowl</source>
        <translation>Узкая чаша</translation>
    </message>
    <message>
        <source>A condition number of 25: the steepest descent zigzags.</source>
        <translation>Число обусловленности 25: наискорейший спуск идёт зигзагом.</translation>
    </message>
    <message>
        <source>A network with a squared loss</source>
        <translation>Сеть с квадратичной функцией потерь</translation>
    </message>
    <message>
        <source>Two layers, tanh between them.</source>
        <translation>Два слоя, между ними tanh.</translation>
    </message>
    <message>
        <source>A network of two layers, six weights</source>
        <translation>Сеть из двух слоёв, шесть весов</translation>
    </message>
    <message>
        <source>Three hidden units: the plane of the descent shows most of how the weights move.</source>
        <translation>Три скрытых нейрона: плоскость спуска показывает большую часть движения весов.</translation>
    </message>
    <message>
        <source>A network of three layers</source>
        <translation>Сеть из трёх слоёв</translation>
    </message>
    <message>
        <source>Backpropagation: what later layers found is used again in earlier ones.</source>
        <translation>Обратное распространение: найденное в последних слоях используется в предыдущих.</translation>
    </message>
    <message>
        <source>A gradient as a row</source>
        <translation>Градиент строкой</translation>
    </message>
    <message>
        <source>In numerator layout the derivative of a scalar is a row.</source>
        <translation>В раскладке по числителю производная скаляра — строка.</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>Парабола</translation>
    </message>
    <message>
        <source>The first derivative of all.</source>
        <translation>Самая первая производная.</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>Плато</translation>
    </message>
    <message>
        <source>Far out the gradient is next to nought: a fixed step hardly moves.</source>
        <translation>Вдали градиент почти ноль: постоянный шаг почти не движется.</translation>
    </message>
    <message>
        <source>Quadratic form</source>
        <translation>Квадратичная форма</translation>
    </message>
    <message>
        <source>The product rule, and a scalar that is its own transpose.</source>
        <translation>Правило произведения и скаляр, равный своему транспонированному.</translation>
    </message>
    <message>
        <source>Rastrigin&apos;s function</source>
        <translation>Функция Растригина</translation>
    </message>
    <message>
        <source>A bowl with many dents.</source>
        <translation>Чаша со множеством вмятин.</translation>
    </message>
    <message>
        <source>A ravine</source>
        <translation>Овраг</translation>
    </message>
    <message>
        <source>A steep valley with a gentle slope along it: momentum and adaptive steps shine.</source>
        <translation>Крутая долина с пологим дном: здесь сильны импульс и адаптивные шаги.</translation>
    </message>
    <message>
        <source>Ridge regression</source>
        <translation>Гребневая регрессия</translation>
    </message>
    <message>
        <source>A penalty on the length makes the solution unique.</source>
        <translation>Штраф на длину делает решение единственным.</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s valley</source>
        <translation>Долина Розенброка</translation>
    </message>
    <message>
        <source>A long bent valley: hard for the steepest descent.</source>
        <translation>Длинная изогнутая долина: трудна для наискорейшего спуска.</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>Седло</translation>
    </message>
    <message>
        <source>Down one way, up the other.</source>
        <translation>В одну сторону вниз, в другую вверх.</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Сигмоида</translation>
    </message>
    <message>
        <source>Its derivative is itself times one minus itself.</source>
        <translation>Её производная — она сама, умноженная на единицу минус она.</translation>
    </message>
    <message>
        <source>Two hills</source>
        <translation>Два холма</translation>
    </message>
    <message>
        <source>Sums of bells.</source>
        <translation>Суммы колоколов.</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>The Jacobian diag(s) - s s&apos;.</source>
        <translation>Якобиан diag(s) - s s&apos;.</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A smooth ramp.</source>
        <translation>Гладкий подъём.</translation>
    </message>
    <message>
        <source>Squared length</source>
        <translation>Квадрат длины</translation>
    </message>
    <message>
        <source>The square of a vector&apos;s length.</source>
        <translation>Квадрат длины вектора.</translation>
    </message>
    <message>
        <source>Quadratic form, symmetric</source>
        <translation>Квадратичная форма, симметричная</translation>
    </message>
    <message>
        <source>Its minimum solves A x = b.</source>
        <translation>Её минимум решает A x = b.</translation>
    </message>
    <message>
        <source>A function and its Taylor models</source>
        <translation>Функция и её модели Тейлора</translation>
    </message>
    <message>
        <source>Linear and quadratic models beside the function.</source>
        <translation>Линейная и квадратичная модели рядом с функцией.</translation>
    </message>
    <message>
        <source>Trace of an inverse</source>
        <translation>След обратной матрицы</translation>
    </message>
    <message>
        <source>The inverse enters twice.</source>
        <translation>Обратная входит дважды.</translation>
    </message>
    <message>
        <source>Trace of a product</source>
        <translation>След произведения</translation>
    </message>
    <message>
        <source>Cyclic: the factor of dA is B, and the gradient its transpose.</source>
        <translation>Цикличность: множитель при dA — B, а градиент — транспонированная.</translation>
    </message>
    <message>
        <source>Trace of a scalar</source>
        <translation>След скаляра</translation>
    </message>
    <message>
        <source>A scalar wrapped in a trace and turned.</source>
        <translation>Скаляр под следом, множители переставлены.</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>След</translation>
    </message>
    <message>
        <source>The gradient of the trace is the identity.</source>
        <translation>Градиент следа — единичная матрица.</translation>
    </message>
    <message>
        <source>Transposes of a product</source>
        <translation>Транспонирование произведения</translation>
    </message>
    <message>
        <source>The transpose of a product is the product of the transposes, in reverse.</source>
        <translation>Произведение транспонируют, переставляя множители.</translation>
    </message>
    <message>
        <source>A matrix that occurs twice</source>
        <translation>Матрица, входящая дважды</translation>
    </message>
    <message>
        <source>Two terms, each with its own transposes.</source>
        <translation>Два слагаемых, каждое со своими транспонированиями.</translation>
    </message>
    <message>
        <source>A network of two layers</source>
        <translation>Сеть из двух слоёв</translation>
    </message>
    <message>
        <source>One weight in each layer, fitted to data: two minima that mirror each other, a saddle between.</source>
        <translation>По одному весу в слое, по данным: два зеркальных минимума и седло между ними.</translation>
    </message>
    <message>
        <source>Two coordinates</source>
        <translation>Две координаты</translation>
    </message>
    <message>
        <source>Entry by entry.</source>
        <translation>Поэлементно.</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>Волны</translation>
    </message>
    <message>
        <source>Hills and hollows.</source>
        <translation>Холмы и впадины.</translation>
    </message>
    <message>
        <source>Weighted least squares</source>
        <translation>Взвешенные наименьшие квадраты</translation>
    </message>
    <message>
        <source>Residuals with weights.</source>
        <translation>Остатки с весами.</translation>
    </message>
</context>
<context>
    <name>GalleryDialog</name>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>Поиск в галерее</translation>
    </message>
    <message>
        <source>Search: least squares, determinant, saddle…</source>
        <translation>Поиск: наименьшие квадраты, определитель, седло…</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Темы</translation>
    </message>
    <message>
        <source>Practice: {grade}</source>
        <translation>Практика: {grade}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Всё</translation>
    </message>
    <message>
        <source>Documents of the gallery</source>
        <translation>Документы галереи</translation>
    </message>
    <message>
        <source>Nothing in the gallery holds these words.</source>
        <translation>В галерее нет ничего с этими словами.</translation>
    </message>
    <message>
        <source>Solved without help</source>
        <translation>Решено без помощи</translation>
    </message>
    <message>
        <source>Solved with a hint</source>
        <translation>Решено с подсказкой</translation>
    </message>
    <message>
        <source>Solved with hints</source>
        <translation>Решено с подсказками</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>The function at the point</source>
        <translation>Функция в точке</translation>
    </message>
    <message>
        <source>First coordinate of the point</source>
        <translation>Первая координата точки</translation>
    </message>
    <message>
        <source>Second coordinate of the point</source>
        <translation>Вторая координата точки</translation>
    </message>
    <message>
        <source>What is wrong with a coordinate</source>
        <translation>Что не так с координатой</translation>
    </message>
    <message>
        <source>Value and gradient</source>
        <translation>Значение и градиент</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>Гессиан</translation>
    </message>
    <message>
        <source>Eigenvalues and what they mean</source>
        <translation>Собственные значения и их смысл</translation>
    </message>
    <message>
        <source>Taylor expansion at the point</source>
        <translation>Разложение Тейлора в точке</translation>
    </message>
    <message>
        <source>How fast the remainder vanishes</source>
        <translation>Как быстро убывает остаток</translation>
    </message>
    <message>
        <source>What the numbers of the Hessian are</source>
        <translation>Что означают числа гессиана</translation>
    </message>
    <message>
        <source>det is the product of the eigenvalues, tr their sum, the condition number the largest |λ| over the smallest; the signature counts those above, below and equal to zero.</source>
        <translation>det — произведение собственных значений, tr — их сумма, число обусловленности — отношение наибольшего |λ| к наименьшему; сигнатура считает собственные значения больше нуля, меньше нуля и равные нулю.</translation>
    </message>
</context>
<context>
    <name>Interaction</name>
    <message>
        <source>Surface in space</source>
        <translation>Поверхность в пространстве</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>The Language</source>
        <translation>Язык ввода</translation>
    </message>
    <message>
        <source>Search the reference of the language</source>
        <translation>Поиск в справочнике языка</translation>
    </message>
    <message>
        <source>The reference of the language</source>
        <translation>Справочник языка</translation>
    </message>
    <message>
        <source>Opens:  {text}</source>
        <translation>Откроется:  {text}</translation>
    </message>
    <message>
        <source>Click an example, or walk to it with Tab and press Enter, to see it derived.</source>
        <translation>Щёлкните пример или перейдите к нему клавишей Tab и нажмите Enter, чтобы увидеть вывод.</translation>
    </message>
</context>
<context>
    <name>LineWidget</name>
    <message>
        <source>Here {bindings}.</source>
        <translation>Здесь {bindings}.</translation>
    </message>
    <message>
        <source>Provided that {condition}.</source>
        <translation>При условии: {condition}.</translation>
    </message>
    <message>
        <source>Checked with numbers: {error}.</source>
        <translation>Проверено на числах: {error}.</translation>
    </message>
    <message>
        <source>This step did not pass the check with numbers.</source>
        <translation>Этот шаг не прошёл проверку на числах.</translation>
    </message>
    <message>
        <source>At the point: {value}</source>
        <translation>В точке: {value}</translation>
    </message>
    <message>
        <source>Its parts: {parts}</source>
        <translation>Его части: {parts}</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Steps of the derivation</source>
        <translation>Шаги вывода</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Main toolbar</source>
        <translation>Главная панель</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>&amp;Отменить: {what}</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>&amp;Повторить: {what}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>About gradviz</source>
        <translation>О программе gradviz</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Функция</translation>
    </message>
    <message>
        <source>Open Re&amp;cent</source>
        <translation>Н&amp;едавние</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the plane</source>
        <translation>Отображение плоскости</translation>
    </message>
    <message>
        <source>Domain with its grid</source>
        <translation>Область определения с сеткой</translation>
    </message>
    <message>
        <source>Image of the grid</source>
        <translation>Образ сетки</translation>
    </message>
    <message>
        <source>First coordinate of the point</source>
        <translation>Первая координата точки</translation>
    </message>
    <message>
        <source>Second coordinate of the point</source>
        <translation>Вторая координата точки</translation>
    </message>
    <message>
        <source>Side of the square</source>
        <translation>Сторона квадрата</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Исходный вид</translation>
    </message>
    <message>
        <source>Show the first view (Home)</source>
        <translation>Показать исходный вид (Home)</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Jacobian at the point</source>
        <translation>Якобиан в точке</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Площади</translation>
    </message>
    <message>
        <source>The map is not defined at the point.</source>
        <translation>В этой точке отображение не определено.</translation>
    </message>
    <message>
        <source>The map has no Jacobian at the point.</source>
        <translation>В этой точке у отображения нет якобиана.</translation>
    </message>
    <message>
        <source>Jacobian determinant {value}</source>
        <translation>Определитель якобиана {value}</translation>
    </message>
    <message>
        <source>parallelogram: {formula} = {area}</source>
        <translation>параллелограмм: {formula} = {area}</translation>
    </message>
    <message>
        <source>true image of the square: {area}</source>
        <translation>точный образ квадрата: {area}</translation>
    </message>
    <message>
        <source>The side of the square is positive.</source>
        <translation>Сторона квадрата положительна.</translation>
    </message>
    <message>
        <source>The map is not defined in this part of the plane.</source>
        <translation>В этой части плоскости отображение не определено.</translation>
    </message>
    <message>
        <source>Grid of the plane and its image. At {x} = {at_x}, {y} = {at_y} the image is ({u}, {v}).</source>
        <translation>Сетка плоскости и её образ. При {x} = {at_x}, {y} = {at_y} образ точки — ({u}, {v}).</translation>
    </message>
    <message>
        <source>The Jacobian has the rows {rows}, and the determinant {det}; area of the parallelogram {linear}, of the true image {true}.</source>
        <translation>Строки якобиана: {rows}; определитель {det}; площадь параллелограмма {linear}, точного образа {true}.</translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Почему?</translation>
    </message>
    <message>
        <source>Why it was understood so</source>
        <translation>Почему это понято так</translation>
    </message>
    <message>
        <source>Every assumption with its reason</source>
        <translation>Каждое предположение с причиной</translation>
    </message>
    <message numerus="yes">
        <source>{message} (and %n more)</source>
        <translation>
            <numerusform>{message} (и ещё %n)</numerusform>
            <numerusform>{message} (и ещё %n)</numerusform>
            <numerusform>{message} (и ещё %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, columns {column}–{last}: {message}</source>
        <translation>Строка {line}, столбцы {column}–{last}: {message}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {message}</source>
        <translation>Строка {line}, столбец {column}: {message}</translation>
    </message>
    <message>
        <source>Columns {column}–{last}: {message}</source>
        <translation>Столбцы {column}–{last}: {message}</translation>
    </message>
    <message>
        <source>Column {column}: {message}</source>
        <translation>Столбец {column}: {message}</translation>
    </message>
    <message>
        <source>{name} is read as a vector, each of whose entries is mapped.</source>
        <translation>{name} понимается как вектор, отображается каждый его элемент.</translation>
    </message>
    <message>
        <source>{names} are read as vectors, whose entries are mapped.</source>
        <translation>{names} понимаются как векторы, отображаются их элементы.</translation>
    </message>
    <message>
        <source>Declare {declared}</source>
        <translation>Объявить {declared}</translation>
    </message>
    <message>
        <source>Write this into the text: the picture is then a curve or a surface</source>
        <translation>Вписать это в текст: тогда на рисунке будет кривая или поверхность</translation>
    </message>
</context>
<context>
    <name>MethodView</name>
    <message>
        <source>The method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Update formula</source>
        <translation>Формула обновления</translation>
    </message>
    <message>
        <source>Letters of the formula, and its source</source>
        <translation>Буквы формулы и её источник</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>Источник: {}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Nothing to do</source>
        <translation>Делать нечего</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Differentiate by</source>
        <translation>По чему дифференцировать</translation>
    </message>
    <message>
        <source>The variables of the derivative</source>
        <translation>Переменные производной</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>First order: gradient or Jacobian. Second order: Hessian.</source>
        <translation>Первый порядок: градиент или якобиан. Второй порядок: гессиан.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Раскладка</translation>
    </message>
    <message>
        <source>by</source>
        <comment>differentiate by</comment>
        <translation>по</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>предложено</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Search; Enter goes to the next place</source>
        <translation>Поиск; Enter — к следующему месту</translation>
    </message>
    <message>
        <source>These words do not occur.</source>
        <translation>Эти слова не встречаются.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>What the tab shows</source>
        <translation>Что показывает вкладка</translation>
    </message>
    <message>
        <source>Step, method, convergence, comparison</source>
        <translation>Шаг, метод, сходимость, сравнение</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Operators</source>
        <translation>Операции</translation>
    </message>
    <message>
        <source>Templates to insert; Left and Right walk them, Enter inserts, Escape goes back</source>
        <translation>Шаблоны для вставки; стрелки влево и вправо — выбор, Enter — вставить, Escape — назад</translation>
    </message>
    <message>
        <source>{group}: templates</source>
        <translation>{group}: шаблоны</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Curve</source>
        <translation>Кривая</translation>
    </message>
    <message>
        <source>Map of the plane</source>
        <translation>Отображение плоскости</translation>
    </message>
    <message>
        <source>Why the gradient</source>
        <translation>Почему градиент</translation>
    </message>
    <message>
        <source>Taylor polynomials</source>
        <translation>Многочлены Тейлора</translation>
    </message>
    <message>
        <source>Stationary points of the curve</source>
        <translation>Стационарные точки кривой</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Точка</translation>
    </message>
    <message>
        <source>Stationary</source>
        <translation>Стационарные</translation>
    </message>
    <message>
        <source>Why ∇f</source>
        <translation>Почему ∇f</translation>
    </message>
    <message>
        <source>Taylor</source>
        <translation>Тейлор</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Плоскость</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
</context>
<context>
    <name>ParametersForm</name>
    <message>
        <source>Method and parameters</source>
        <translation>Метод и параметры</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>Другие параметры</translation>
    </message>
    <message>
        <source>Step size γ</source>
        <translation>Размер шага γ</translation>
    </message>
    <message>
        <source>γ: how far a step goes along its direction</source>
        <translation>γ: как далеко шаг идёт вдоль своего направления</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Подобрать</translation>
    </message>
    <message>
        <source>Suggest a step size</source>
        <translation>Подобрать размер шага</translation>
    </message>
    <message>
        <source>Descent method</source>
        <translation>Метод спуска</translation>
    </message>
    <message>
        <source>{} needs {}; this function is not seen to be one.</source>
        <translation>{}: нужна {}; в этой функции её не видно.</translation>
    </message>
    <message>
        <source>How the step size γ changes from step to step</source>
        <translation>Как размер шага γ меняется от шага к шагу</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Eleven step sizes are tried from this start; the one that gets lowest is taken</source>
        <translation>Из этого начала пробуются одиннадцать размеров шага; берётся тот, с которым спуск оказывается ниже всего</translation>
    </message>
    <message>
        <source>What is wrong with the parameters</source>
        <translation>Что не так с параметрами</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>подобрано</translation>
    </message>
    <message>
        <source>γ goes with the start: one over the largest curvature there, less if the first steps overshoot. Type a number to keep one</source>
        <translation>γ зависит от начала: единица, делённая на наибольшую кривизну там, и меньше, если первые шаги проскакивают. Введите число, чтобы его сохранить</translation>
    </message>
    <message>
        <source>One over the largest curvature at the start, less if first steps overshoot</source>
        <translation>Единица, делённая на наибольшую кривизну в начале; меньше, если первые шаги проскакивают</translation>
    </message>
</context>
<context>
    <name>PictureArea</name>
    <message>
        <source>The picture appears here.</source>
        <translation>Здесь появится изображение.</translation>
    </message>
    <message>
        <source>The picture needs a part that is missing: {error}.</source>
        <translation>Для изображения не хватает части: {error}.</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Спуск</translation>
    </message>
</context>
<context>
    <name>PictureTabs</name>
    <message>
        <source>Details of the picture</source>
        <translation>Подробности рисунка</translation>
    </message>
</context>
<context>
    <name>PlaneFooter</name>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>Values at the point</source>
        <translation>Значения в точке</translation>
    </message>
    <message>
        <source>Regions of definiteness</source>
        <translation>Области определённости</translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation>Значения под курсором</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Что можно сделать</translation>
    </message>
    <message>
        <source>{kind} on {percent} %</source>
        <translation>{kind} на {percent} %</translation>
    </message>
</context>
<context>
    <name>PlaneNote</name>
    <message>
        <source>How much of the motion the plane shows</source>
        <translation>Какую часть движения показывает плоскость</translation>
    </message>
    <message>
        <source>Plane of the descent</source>
        <translation>Плоскость спуска</translation>
    </message>
    <message>
        <source>Look at the plane of the first two principal directions of this descent</source>
        <translation>Посмотреть на плоскость первых двух главных направлений этого спуска</translation>
    </message>
    <message>
        <source>The plane shows {} % of the motion.</source>
        <translation>Плоскость показывает {} % движения.</translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>Choice of the plane</source>
        <translation>Выбор плоскости</translation>
    </message>
    <message>
        <source>Kind of plane</source>
        <translation>Вид плоскости</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>Горизонтальная ось</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>Вертикальная ось</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Choose the directions again at the present point</source>
        <translation>Выбрать направления заново в нынешней точке</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>About the plane</source>
        <translation>О плоскости</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Координаты</translation>
    </message>
    <message>
        <source>Three points of the plane, one a row</source>
        <translation>Три точки плоскости, по одной в строке</translation>
    </message>
    <message>
        <source>Lay the plane through them</source>
        <translation>Провести плоскость через них</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}; through the point below. Type over a value to change it.</source>
        <translation>Оси: {x} и {y}; через точку ниже. Чтобы изменить значение, впишите новое.</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}; the others keep the values below. Type over a value to change it.</source>
        <translation>Оси: {x} и {y}; остальные сохраняют значения ниже. Чтобы изменить значение, впишите новое.</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}.</source>
        <translation>Оси: {x} и {y}.</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>Координата</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>The two axes are the same coordinate; choose another one for one of them.</source>
        <translation>Обе оси — одна и та же координата; выберите другую для одной из них.</translation>
    </message>
    <message>
        <source>Type three points of the plane, one a row.</source>
        <translation>Введите три точки плоскости, по одной в строке.</translation>
    </message>
    <message>
        <source>Point {number}, {coordinate}: {problem}</source>
        <translation>Точка {number}, {coordinate}: {problem}</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Plot</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Function over the plane</source>
        <translation>Функция над плоскостью</translation>
    </message>
    <message>
        <source>Why there is no plot</source>
        <translation>Почему графика нет</translation>
    </message>
    <message>
        <source>What is wrong with the plot</source>
        <translation>Что не так с графиком</translation>
    </message>
    <message>
        <source>There is nothing to plot yet.</source>
        <translation>Рисовать пока нечего.</translation>
    </message>
    <message>
        <source>A part of the plot could not be computed: {error}</source>
        <translation>Часть графика вычислить не удалось: {error}</translation>
    </message>
    <message>
        <source>Stationary points in view: {kinds}.</source>
        <translation>Стационарные точки в этой области: {kinds}.</translation>
    </message>
    <message>
        <source>The plot could not be computed: {error}</source>
        <translation>График вычислить не удалось: {error}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>First steps</source>
        <translation>Первые шаги</translation>
    </message>
    <message>
        <source>Full derivations</source>
        <translation>Полные выводы</translation>
    </message>
    <message>
        <source>Demanding</source>
        <translation>Трудные</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>Practice</source>
        <translation>Практика</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Show the whole derivation</source>
        <translation>Показать весь вывод</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Следующая задача</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>Задачи…</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>Закончить</translation>
    </message>
    <message>
        <source>{grade} · {number} of {all}</source>
        <translation>{grade} · {number} из {all}</translation>
    </message>
    <message>
        <source>{grade} · {number} of {all} · solved before</source>
        <translation>{grade} · {number} из {all} · уже решена</translation>
    </message>
    <message>
        <source>Type the next line, or the answer. Every right way counts.</source>
        <translation>Введите следующую строку или ответ. Годится любой верный путь.</translation>
    </message>
    <message>
        <source>Use: {rule}</source>
        <translation>Используйте: {rule}</translation>
    </message>
    <message>
        <source>the definition</source>
        <translation>определение</translation>
    </message>
    <message>
        <source>Here {bindings}.</source>
        <translation>Здесь {bindings}.</translation>
    </message>
    <message>
        <source>The line is shown: {line}</source>
        <translation>Строка показана: {line}</translation>
    </message>
    <message>
        <source>✓ Solved with hints.</source>
        <translation>✓ Решено с подсказками.</translation>
    </message>
    <message>
        <source>✓ Solved without help.</source>
        <translation>✓ Решено без помощи.</translation>
    </message>
    <message>
        <source>Here is the whole derivation. Try it again later.</source>
        <translation>Вот весь вывод. Попробуйте ещё раз позже.</translation>
    </message>
    <message>
        <source>{done} of {all} solved</source>
        <translation>решено {done} из {all}</translation>
    </message>
    <message>
        <source>✓ Solved. That was the last one: all problems are solved.</source>
        <translation>✓ Решено. Это была последняя: решены все задачи.</translation>
    </message>
    <message>
        <source>Hint: the rule</source>
        <translation>Подсказка: правило</translation>
    </message>
    <message>
        <source>Hint: its formula</source>
        <translation>Подсказка: формула</translation>
    </message>
    <message>
        <source>Hint: the line</source>
        <translation>Подсказка: строка</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Сочетания клавиш…</translation>
    </message>
    <message>
        <source>See and change the keyboard shortcuts</source>
        <translation>Посмотреть и изменить сочетания клавиш</translation>
    </message>
    <message>
        <source>The environment variable {variable} decides on the language.</source>
        <translation>Язык задан переменной окружения {variable}.</translation>
    </message>
    <message>
        <source>This language needs a font with its characters, for instance Noto Sans CJK. Install one, start gradviz again and choose it then.</source>
        <translation>Этому языку нужен шрифт с его знаками, например Noto Sans CJK. Установите такой шрифт, запустите gradviz заново и выберите язык снова.</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Вернуть по умолчанию</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What was understood</source>
        <translation>Как это понято</translation>
    </message>
    <message>
        <source>The text is not understood; as last understood: {formulas}</source>
        <translation>Текст непонятен; последнее понятое: {formulas}</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Progress in practice</source>
        <translation>Успехи в упражнениях</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Take problems for unsolved again</source>
        <translation>Снова считать задачи нерешёнными</translation>
    </message>
    <message>
        <source>{done} of {all} solved here, {total} of {problems} in all grades</source>
        <translation>Здесь решено {done} из {all}, на всех ступенях — {total} из {problems}</translation>
    </message>
    <message>
        <source>With the Problems of “{grade}”</source>
        <translation>С задачами ступени «{grade}»</translation>
    </message>
    <message>
        <source>With All Problems</source>
        <translation>Со всеми задачами</translation>
    </message>
    <message>
        <source>Take It for Unsolved Again</source>
        <translation>Снова считать нерешённой</translation>
    </message>
</context>
<context>
    <name>ResetButton</name>
    <message>
        <source>Reset the descent</source>
        <translation>Сбросить спуск</translation>
    </message>
    <message>
        <source>Remove the descent; click on the plot to start another</source>
        <translation>Убрать спуск; щёлкните по графику, чтобы начать другой</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Search again</source>
        <translation>Подобрать снова</translation>
    </message>
    <message>
        <source>Forget the typed step size: one is searched for with each comparison</source>
        <translation>Забыть введённый размер шага: он будет подбираться при каждом сравнении</translation>
    </message>
    <message>
        <source>{} takes no parameters.</source>
        <translation>{}: параметров нет.</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Write d in front of the function; the rules then move it inward.</source>
        <translation>Пишем d перед функцией; правила затем вносят его внутрь.</translation>
    </message>
    <message>
        <source>The Hessian is the Jacobian of the gradient, so take its differential.</source>
        <translation>Гессиан — это якобиан градиента, поэтому берём его дифференциал.</translation>
    </message>
    <message>
        <source>Each layer is differentiated on a line of its own; put together, the chain rule multiplies them.</source>
        <translation>Каждый слой дифференцируется отдельной строкой; вместе их перемножает правило сложной функции.</translation>
    </message>
    <message>
        <source>The differential of a name is that of what it stands for.</source>
        <translation>Дифференциал обозначения — это дифференциал того, что обозначено.</translation>
    </message>
    <message>
        <source>What has a name is written by it.</source>
        <translation>То, у чего есть обозначение, пишется через него.</translation>
    </message>
    <message>
        <source>What multiplies the increment gets a name, so that the lines stay short.</source>
        <translation>То, что умножает приращение, получает обозначение, чтобы строки оставались короткими.</translation>
    </message>
    <message>
        <source>The answer without the names of the definitions.</source>
        <translation>Ответ без обозначений из определений.</translation>
    </message>
    <message>
        <source>The differential is linear: sums term by term, constant factors in front, constants vanish.</source>
        <translation>Дифференциал линеен: суммы — почленно, постоянные множители выносятся, константы исчезают.</translation>
    </message>
    <message>
        <source>The differential of a sum is the sum of the differentials.</source>
        <translation>Дифференциал суммы равен сумме дифференциалов.</translation>
    </message>
    <message>
        <source>What does not depend on the variable has the differential zero.</source>
        <translation>У того, что не зависит от переменной, дифференциал равен нулю.</translation>
    </message>
    <message>
        <source>Constant factors stay where they are; only the varying one moves.</source>
        <translation>Постоянные множители остаются на местах; меняется только один.</translation>
    </message>
    <message>
        <source>A constant number in front stays in front.</source>
        <translation>Числовой множитель остаётся впереди.</translation>
    </message>
    <message>
        <source>A constant denominator stays.</source>
        <translation>Постоянный знаменатель остаётся.</translation>
    </message>
    <message>
        <source>A constant entrywise denominator stays.</source>
        <translation>Постоянный поэлементный знаменатель остаётся.</translation>
    </message>
    <message>
        <source>The differential of a transpose is the transpose of the differential.</source>
        <translation>Дифференциал транспонированной матрицы — транспонированный дифференциал.</translation>
    </message>
    <message>
        <source>The trace is linear, so d moves inside it.</source>
        <translation>След линеен, поэтому d вносится под него.</translation>
    </message>
    <message>
        <source>The sum of all entries is linear, so d moves inside it.</source>
        <translation>Сумма всех элементов линейна, поэтому d вносится под неё.</translation>
    </message>
    <message>
        <source>Moving entries to other places is linear, so d moves inside.</source>
        <translation>Перенос элементов на другие места линеен, поэтому d вносится внутрь.</translation>
    </message>
    <message>
        <source>What does not depend on the index goes inside the sum.</source>
        <translation>То, что не зависит от индекса, вносится под знак суммы.</translation>
    </message>
    <message>
        <source>A sum of transposes is the transpose of the sum.</source>
        <translation>Сумма транспонированных — транспонированная сумма.</translation>
    </message>
    <message>
        <source>What does not depend on the index comes out of the sum.</source>
        <translation>То, что не зависит от индекса, выносится из-под суммы.</translation>
    </message>
    <message>
        <source>A factor that all entries share comes out of their sum.</source>
        <translation>Общий множитель всех элементов выносится из их суммы.</translation>
    </message>
    <message>
        <source>There are n of them.</source>
        <translation>Их n штук.</translation>
    </message>
    <message>
        <source>There are n ones on the diagonal.</source>
        <translation>На диагонали n единиц.</translation>
    </message>
    <message>
        <source>A sum of equal terms is their number times the term.</source>
        <translation>Сумма равных слагаемых — их число, умноженное на слагаемое.</translation>
    </message>
    <message>
        <source>The differential of an explicit vector or matrix is taken entry by entry.</source>
        <translation>Дифференциал явно заданного вектора или матрицы берётся поэлементно.</translation>
    </message>
    <message>
        <source>The trace of a Kronecker product is the product of the traces.</source>
        <translation>След произведения Кронекера равен произведению следов.</translation>
    </message>
    <message>
        <source>The sum of all entries of a Kronecker product is the product of the sums.</source>
        <translation>Сумма всех элементов произведения Кронекера равна произведению сумм.</translation>
    </message>
    <message>
        <source>Differentiate one factor at a time and keep the order of the factors.</source>
        <translation>Дифференцируем множители по одному и сохраняем их порядок.</translation>
    </message>
    <message>
        <source>Differentiate one entrywise factor at a time.</source>
        <translation>Дифференцируем поэлементные множители по одному.</translation>
    </message>
    <message>
        <source>Differentiate one factor of the Kronecker product at a time.</source>
        <translation>Дифференцируем множители произведения Кронекера по одному.</translation>
    </message>
    <message>
        <source>Differentiate one side of the inner product at a time.</source>
        <translation>Дифференцируем стороны скалярного произведения по одной.</translation>
    </message>
    <message>
        <source>Differentiate the numerator and the denominator in turn.</source>
        <translation>Дифференцируем по очереди числитель и знаменатель.</translation>
    </message>
    <message>
        <source>Only the denominator varies: d(1/v) = -d(v)/v^2.</source>
        <translation>Меняется только знаменатель: d(1/v) = -d(v)/v^2.</translation>
    </message>
    <message>
        <source>The quotient rule in every entry.</source>
        <translation>Правило частного в каждом элементе.</translation>
    </message>
    <message>
        <source>Bring the exponent down and lower it by one.</source>
        <translation>Показатель выносится вперёд и уменьшается на единицу.</translation>
    </message>
    <message>
        <source>||U||^2 = &lt;U, U&gt;, so its differential is twice the inner product of U and dU.</source>
        <translation>||U||^2 = &lt;U, U&gt;, поэтому дифференциал — удвоенное скалярное произведение U и dU.</translation>
    </message>
    <message>
        <source>The chain rule for a power of the norm.</source>
        <translation>Правило сложной функции для степени нормы.</translation>
    </message>
    <message>
        <source>The differential of a^u is a^u log(a) du.</source>
        <translation>Дифференциал a^u равен a^u log(a) du.</translation>
    </message>
    <message>
        <source>Base and exponent both vary.</source>
        <translation>Меняются и основание, и показатель.</translation>
    </message>
    <message>
        <source>The power rule in every entry.</source>
        <translation>Правило степени в каждом элементе.</translation>
    </message>
    <message>
        <source>Differentiate one factor of the power at a time; the order matters.</source>
        <translation>Дифференцируем множители степени по одному; порядок важен.</translation>
    </message>
    <message>
        <source>Rotated, the k terms of the product rule are the same.</source>
        <translation>После циклического сдвига k слагаемых правила произведения равны.</translation>
    </message>
    <message>
        <source>The determinant of a product is the product of the determinants.</source>
        <translation>Определитель произведения равен произведению определителей.</translation>
    </message>
    <message>
        <source>The logarithm of a power is k times the logarithm.</source>
        <translation>Логарифм степени — это k логарифмов.</translation>
    </message>
    <message>
        <source>A repeated factor is a matrix power.</source>
        <translation>Повторяющийся множитель — это матричная степень.</translation>
    </message>
    <message>
        <source>From U U^-1 = I: the differential is -U^-1 dU U^-1.</source>
        <translation>Из U U^-1 = I: дифференциал равен -U^-1 dU U^-1.</translation>
    </message>
    <message>
        <source>The determinant of an exponential is the exponential of the trace.</source>
        <translation>Определитель экспоненты — экспонента следа.</translation>
    </message>
    <message>
        <source>In a trace the factors of a power series can be rotated, so that it is differentiated like one of numbers.</source>
        <translation>Под следом множители степенного ряда можно циклически переставлять, поэтому он дифференцируется как числовой.</translation>
    </message>
    <message>
        <source>A constant matrix commutes with its multiples, so that the rule is that of numbers.</source>
        <translation>Постоянная матрица перестановочна со своими кратными, поэтому правило то же, что для чисел.</translation>
    </message>
    <message>
        <source>In a trace the factors can be rotated, so that the exponential stands beside its differential.</source>
        <translation>Под следом множители можно циклически переставить так, чтобы экспонента стояла рядом со своим дифференциалом.</translation>
    </message>
    <message>
        <source>A multiple of one constant matrix commutes with its differential, so the rule is that of numbers.</source>
        <translation>Кратное одной постоянной матрицы коммутирует со своим дифференциалом, поэтому правило такое же, как для чисел.</translation>
    </message>
    <message>
        <source>The differential of a determinant is det(U) tr(U^-1 dU).</source>
        <translation>Дифференциал определителя равен det(U) tr(U^-1 dU).</translation>
    </message>
    <message>
        <source>The differential of log |det U| is tr(U^-1 dU).</source>
        <translation>Дифференциал log |det U| равен tr(U^-1 dU).</translation>
    </message>
    <message>
        <source>The differential of log det(U) is tr(U^-1 dU).</source>
        <translation>Дифференциал log det(U) равен tr(U^-1 dU).</translation>
    </message>
    <message>
        <source>The derivative of the outer function, at its argument, times the differential of the argument.</source>
        <translation>Производная внешней функции в точке её аргумента, умноженная на дифференциал аргумента.</translation>
    </message>
    <message>
        <source>The differential of a norm is the inner product with the normalised argument.</source>
        <translation>Дифференциал нормы — скалярное произведение с нормированным аргументом.</translation>
    </message>
    <message>
        <source>Each entry contributes its sign.</source>
        <translation>Каждый элемент вносит свой знак.</translation>
    </message>
    <message>
        <source>A simple eigenvalue of a symmetric matrix changes as v&apos; d(U) v, with its eigenvector v of length one.</source>
        <translation>Простое собственное число симметричной матрицы меняется как v&apos; d(U) v, где v — его собственный вектор длины один.</translation>
    </message>
    <message>
        <source>The eigenvector of a simple eigenvalue changes at right angles to itself.</source>
        <translation>Собственный вектор простого собственного числа меняется под прямым углом к самому себе.</translation>
    </message>
    <message>
        <source>Near a point where that entry is unique, the function is the entry itself; the unit vector picks it.</source>
        <translation>Вблизи точки, где этот элемент единственный, функция и есть этот элемент; его выбирает единичный вектор.</translation>
    </message>
    <message>
        <source>The larger of U and V is V, and what U has above it.</source>
        <translation>Большее из U и V — это V и то, на сколько U его превосходит.</translation>
    </message>
    <message>
        <source>The larger of 0 and U is relu(U).</source>
        <translation>Большее из 0 и U — это relu(U).</translation>
    </message>
    <message>
        <source>Where that entry is unique, its place does not change nearby.</source>
        <translation>Там, где этот элемент единственный, его место вблизи не меняется.</translation>
    </message>
    <message>
        <source>Its gradient is the softmax.</source>
        <translation>Её градиент — softmax.</translation>
    </message>
    <message>
        <source>Its Jacobian is diag(p) - p p&apos; with p the softmax itself.</source>
        <translation>Её якобиан — diag(p) - p p&apos;, где p — сама softmax.</translation>
    </message>
    <message>
        <source>The derivative of the outer function times the differential of its argument.</source>
        <translation>Производная внешней функции, умноженная на дифференциал её аргумента.</translation>
    </message>
    <message>
        <source>The slope of the logistic function over its value: what is left is 1 - sigma(u).</source>
        <translation>Производная логистической функции, делённая на её значение: остаётся 1 - sigma(u).</translation>
    </message>
    <message>
        <source>1 - sigma(u) is sigma(-u), so the differential of its logarithm is -sigma(u) du.</source>
        <translation>1 - sigma(u) — это sigma(-u), поэтому дифференциал её логарифма равен -sigma(u) du.</translation>
    </message>
    <message>
        <source>The differential of log(u) is du/u.</source>
        <translation>Дифференциал log(u) равен du/u.</translation>
    </message>
    <message>
        <source>In every entry: the derivative of the function times the differential.</source>
        <translation>В каждом элементе: производная функции, умноженная на дифференциал.</translation>
    </message>
    <message>
        <source>Each layer&apos;s factors move to the other side of the product, the last layer first.</source>
        <translation>Множители каждого слоя переходят на другую сторону произведения, начиная с последнего слоя.</translation>
    </message>
    <message>
        <source>Scalars may move to any place in a product.</source>
        <translation>Скаляры могут стоять в любом месте произведения.</translation>
    </message>
    <message>
        <source>The product with a sum is the sum of the products.</source>
        <translation>Произведение с суммой равно сумме произведений.</translation>
    </message>
    <message>
        <source>Transposing a 1x1 product changes nothing.</source>
        <translation>Транспонирование произведения размера 1x1 ничего не меняет.</translation>
    </message>
    <message>
        <source>Wrap the scalar in a trace, to rotate its factors.</source>
        <translation>Ставим скаляр под след, чтобы переставлять его множители циклически.</translation>
    </message>
    <message>
        <source>Factors inside a trace may be rotated: bring the increment to the end.</source>
        <translation>Под следом множители можно переставлять циклически: приращение — в конец.</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same trace.</source>
        <translation>У матрицы и транспонированной к ней один и тот же след.</translation>
    </message>
    <message>
        <source>An entrywise factor moves to the other side of the inner product.</source>
        <translation>Поэлементный множитель переходит на другую сторону скалярного произведения.</translation>
    </message>
    <message>
        <source>An entrywise denominator moves to the other side of the inner product.</source>
        <translation>Поэлементный знаменатель переходит на другую сторону скалярного произведения.</translation>
    </message>
    <message>
        <source>Multiplying entry by entry is multiplying by a diagonal matrix.</source>
        <translation>Поэлементное умножение — это умножение на диагональную матрицу.</translation>
    </message>
    <message>
        <source>Row i is scaled by a_i and column j by b_j, so the factors move to the vectors.</source>
        <translation>Строка i умножается на a_i, столбец j — на b_j, поэтому множители переходят к векторам.</translation>
    </message>
    <message>
        <source>The sum of all entries is the product with a vector of ones.</source>
        <translation>Сумма всех элементов — произведение с вектором из единиц.</translation>
    </message>
    <message>
        <source>Only the diagonal meets a diagonal matrix.</source>
        <translation>С диагональной матрицей встречается только диагональ.</translation>
    </message>
    <message>
        <source>The inner product with a diagonal is a trace with a diagonal matrix.</source>
        <translation>Скалярное произведение с диагональю — это след с диагональной матрицей.</translation>
    </message>
    <message>
        <source>An entry is the product with a unit vector.</source>
        <translation>Элемент — это произведение с единичным вектором.</translation>
    </message>
    <message>
        <source>The inner product with equal entries is the sum times the entry.</source>
        <translation>Скалярное произведение с равными элементами — сумма, умноженная на элемент.</translation>
    </message>
    <message>
        <source>Dividing by a scalar is multiplying by its reciprocal.</source>
        <translation>Делить на скаляр — значит умножать на обратное ему число.</translation>
    </message>
    <message>
        <source>A scalar may move to the end of a product.</source>
        <translation>Скаляр может перейти в конец произведения.</translation>
    </message>
    <message>
        <source>A scalar may move to the front of a product.</source>
        <translation>Скаляр может перейти в начало произведения.</translation>
    </message>
    <message>
        <source>vec writes a matrix as one column, so that a Jacobian can be read off.</source>
        <translation>vec записывает матрицу одним столбцом, чтобы можно было считать якобиан.</translation>
    </message>
    <message>
        <source>vec(A X B) = (B&apos; (x) A) vec(X).</source>
        <translation>vec(A X B) = (B&apos; (x) A) vec(X).</translation>
    </message>
    <message>
        <source>The commutation matrix reorders the stacked entries.</source>
        <translation>Коммутационная матрица переставляет вытянутые элементы.</translation>
    </message>
    <message>
        <source>Stacked, an entrywise factor is a diagonal matrix.</source>
        <translation>В вытянутом виде поэлементный множитель — диагональная матрица.</translation>
    </message>
    <message>
        <source>Gather the terms of each increment.</source>
        <translation>Собираем слагаемые при каждом приращении.</translation>
    </message>
    <message>
        <source>Equal terms are added.</source>
        <translation>Равные слагаемые складываются.</translation>
    </message>
    <message>
        <source>Rotated or transposed, the terms in the trace are the same.</source>
        <translation>После циклической перестановки или транспонирования слагаемые под следом одинаковы.</translation>
    </message>
    <message>
        <source>Terms that share a scalar are put in one bracket.</source>
        <translation>Слагаемые с общим скаляром берутся в одну скобку.</translation>
    </message>
    <message>
        <source>An entrywise factor that terms share is taken out.</source>
        <translation>Общий поэлементный множитель слагаемых выносится.</translation>
    </message>
    <message>
        <source>A diagonal matrix scales the columns (or rows), and so the entries of the diagonal.</source>
        <translation>Диагональная матрица умножает столбцы (или строки), а значит, и элементы диагонали.</translation>
    </message>
    <message>
        <source>Multiplying every entry of row i by x_i is multiplying by diag(x) from the left.</source>
        <translation>Умножить каждый элемент строки i на x_i — значит умножить слева на diag(x).</translation>
    </message>
    <message>
        <source>A common last factor is taken out.</source>
        <translation>Общий последний множитель выносится.</translation>
    </message>
    <message>
        <source>A common first factor is taken out.</source>
        <translation>Общий первый множитель выносится.</translation>
    </message>
    <message>
        <source>Every term holds a power of it; the least is taken out.</source>
        <translation>В каждом слагаемом есть её степень; наименьшая выносится.</translation>
    </message>
    <message>
        <source>Without the brackets the answer is shorter.</source>
        <translation>Без скобок ответ короче.</translation>
    </message>
    <message>
        <source>A common scalar is taken out.</source>
        <translation>Общий скаляр выносится.</translation>
    </message>
    <message>
        <source>What stands beside the increment is the derivative.</source>
        <translation>То, что стоит при приращении, и есть производная.</translation>
    </message>
    <message>
        <source>What stands in front of the increment is the matrix of the partial derivatives.</source>
        <translation>То, что стоит перед приращением, — матрица частных производных.</translation>
    </message>
    <message>
        <source>The derivative by the k-th entry is the differential in the direction of the k-th unit vector.</source>
        <translation>Производная по k-му элементу — дифференциал в направлении k-го единичного вектора.</translation>
    </message>
    <message>
        <source>Their diagonals are added.</source>
        <translation>Их диагонали складываются.</translation>
    </message>
    <message>
        <source>It has a single one, in place k, k.</source>
        <translation>В ней одна единица, на месте k, k.</translation>
    </message>
    <message>
        <source>No increment is left: the derivative is zero.</source>
        <translation>Приращения не осталось: производная равна нулю.</translation>
    </message>
    <message>
        <source>A 1x1 product is a scalar and may move.</source>
        <translation>Произведение размера 1x1 — скаляр, его можно переносить.</translation>
    </message>
    <message>
        <source>Products of fractions are written as one.</source>
        <translation>Произведения дробей пишутся одной дробью.</translation>
    </message>
    <message>
        <source>Ones change nothing.</source>
        <translation>Единицы ничего не меняют.</translation>
    </message>
    <message>
        <source>It multiplies entry by entry.</source>
        <translation>Она умножает поэлементно.</translation>
    </message>
    <message>
        <source>Each term is multiplied by the ones, where its diagonal matrix leaves a vector.</source>
        <translation>Каждое слагаемое умножается на единицы, и его диагональная матрица становится вектором.</translation>
    </message>
    <message>
        <source>Equal factors, multiplied entry by entry, are a power.</source>
        <translation>Равные множители, перемноженные поэлементно, образуют степень.</translation>
    </message>
    <message>
        <source>A product with a quotient is one quotient.</source>
        <translation>Произведение с частным — одно частное.</translation>
    </message>
    <message>
        <source>What shares a factor is one Kronecker product.</source>
        <translation>Слагаемые с общим множителем — это одно кронекерово произведение.</translation>
    </message>
    <message>
        <source>L is the derivative of f at U, linear in the direction: an integral, or a block of f([U, E; 0, U]).</source>
        <translation>L — производная f в точке U, линейная по направлению: интеграл или блок матрицы f([U, E; 0, U]).</translation>
    </message>
    <message>
        <source>The direction and what it is paired with change places.</source>
        <translation>Направление и то, с чем оно спарено, меняются местами.</translation>
    </message>
    <message>
        <source>Scalars stand before a derivative, which is linear in its direction.</source>
        <translation>Скаляры стоят перед производной: она линейна по направлению.</translation>
    </message>
    <message>
        <source>That of a power series is transposed in both arguments.</source>
        <translation>У степенного ряда транспонируются оба аргумента.</translation>
    </message>
    <message>
        <source>Derivatives at one matrix add up to that in the sum of the directions.</source>
        <translation>Производные в одной точке складываются в производную по сумме направлений.</translation>
    </message>
    <message>
        <source>The factors are transposed in reverse order.</source>
        <translation>Множители транспонируются в обратном порядке.</translation>
    </message>
    <message>
        <source>The factors are inverted in reverse order.</source>
        <translation>Множители обращаются в обратном порядке.</translation>
    </message>
    <message>
        <source>It is the transpose.</source>
        <translation>Она равна транспонированной.</translation>
    </message>
    <message>
        <source>A matrix times its inverse is the identity.</source>
        <translation>Матрица, умноженная на обратную, — единичная.</translation>
    </message>
    <message>
        <source>Move the variable by u and subtract the value at the start.</source>
        <translation>Сдвигаем переменную на u и вычитаем начальное значение.</translation>
    </message>
    <message>
        <source>The squared norm is the inner product with itself.</source>
        <translation>Квадрат нормы — скалярное произведение с самим собой.</translation>
    </message>
    <message>
        <source>Multiply out, so that the powers of u stand apart.</source>
        <translation>Перемножаем, чтобы степени u стояли отдельно.</translation>
    </message>
    <message>
        <source>What does not contain u is f itself and cancels.</source>
        <translation>То, что не содержит u, — это сама f, и оно сокращается.</translation>
    </message>
    <message>
        <source>The part that is linear in u is the differential; the rest vanishes faster.</source>
        <translation>Линейная по u часть — дифференциал; остальное убывает быстрее.</translation>
    </message>
    <message>
        <source>G has the structure of the variable already, so it is the gradient within it.</source>
        <translation>G уже имеет структуру переменной, поэтому это и есть градиент в её пределах.</translation>
    </message>
    <message>
        <source>Within the symmetric matrices the gradient is the symmetric part (G + G&apos;)/2.</source>
        <translation>Среди симметричных матриц градиент — симметричная часть (G + G&apos;)/2.</translation>
    </message>
    <message>
        <source>An entry off the diagonal occurs twice, so G + G&apos; with the diagonal counted once.</source>
        <translation>Элемент вне диагонали встречается дважды, поэтому G + G&apos;, а диагональ считается один раз.</translation>
    </message>
    <message>
        <source>A symmetric increment is its own symmetric part, and vec of that is (I + K)/2 times vec of the increment.</source>
        <translation>Симметричное приращение — своя же симметричная часть, и её vec — (I + K)/2, умноженное на vec приращения.</translation>
    </message>
    <message>
        <source>An entry off the diagonal occurs twice: the two columns are added, those of the diagonal are counted once.</source>
        <translation>Элемент вне диагонали встречается дважды: два столбца складываются, диагональные считаются один раз.</translation>
    </message>
    <message>
        <source>Only the columns of the diagonal entries are kept.</source>
        <translation>Остаются только столбцы диагональных элементов.</translation>
    </message>
    <message>
        <source>Only the diagonal entries vary.</source>
        <translation>Меняются только диагональные элементы.</translation>
    </message>
    <message>
        <source>At a minimum, a maximum or a saddle the gradient vanishes.</source>
        <translation>В минимуме, максимуме и седле градиент равен нулю.</translation>
    </message>
    <message>
        <source>The gradient is affine: brackets multiplied out, what does not hold the variable goes to the other side.</source>
        <translation>Градиент аффинный: скобки раскрыты, то, что не содержит переменной, переносится в другую часть.</translation>
    </message>
    <message>
        <source>The matrix on the left is positive semidefinite; where it is invertible it is positive definite, so this one point is the minimum.</source>
        <translation>Матрица слева неотрицательно определена; там, где она обратима, она положительно определена, поэтому эта единственная точка — минимум.</translation>
    </message>
    <message>
        <source>The matrix on the left is negative semidefinite; where it is invertible it is negative definite, so this one point is the maximum.</source>
        <translation>Матрица слева неположительно определена; там, где она обратима, она отрицательно определена, поэтому эта единственная точка — максимум.</translation>
    </message>
    <message>
        <source>Where the matrix on the left is invertible; whether it is a minimum is for its eigenvalues to say.</source>
        <translation>Там, где матрица слева обратима; минимум ли это, скажут её собственные значения.</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z) is the logistic function.</source>
        <translation>e^z/(1 + e^z) — логистическая функция.</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z) in every entry is the logistic function.</source>
        <translation>e^z/(1 + e^z) в каждом элементе — логистическая функция.</translation>
    </message>
    <message>
        <source>exp(x) divided by its sum is the softmax.</source>
        <translation>exp(x), делённая на свою сумму, — softmax.</translation>
    </message>
    <message>
        <source>exp(x) is its sum times the softmax of x.</source>
        <translation>exp(x) — это его сумма, умноженная на softmax от x.</translation>
    </message>
    <message>
        <source>1 + e^z is 1/(1 - sigma(z)), and e^z is sigma(z)/(1 - sigma(z)).</source>
        <translation>1 + e^z равно 1/(1 - sigma(z)), а e^z равно sigma(z)/(1 - sigma(z)).</translation>
    </message>
    <message>
        <source>sigma(-z) is 1 - sigma(z); both stand here, and one of them is enough.</source>
        <translation>sigma(-z) равно 1 - sigma(z); здесь есть обе, а достаточно одной.</translation>
    </message>
    <message>
        <source>sin(u)^2 and cos(u)^2 add up to one.</source>
        <translation>sin(u)^2 и cos(u)^2 в сумме дают единицу.</translation>
    </message>
    <message>
        <source>A scalar equals its transpose.</source>
        <translation>Число равно своему транспонированному.</translation>
    </message>
    <message>
        <source>What acts on each entry may act before the entries are stacked or after.</source>
        <translation>То, что действует на каждый элемент, может действовать до укладки в столбец или после неё.</translation>
    </message>
    <message>
        <source>vec(B X A&apos;) is kron(A, B) vec(X).</source>
        <translation>vec(B X A&apos;) равно kron(A, B) vec(X).</translation>
    </message>
    <message>
        <source>The row is the transpose of the column before it.</source>
        <translation>Строка — это транспонированный столбец, стоящий перед ней.</translation>
    </message>
    <message>
        <source>A constant matrix puts the entries on the stacked diagonal.</source>
        <translation>Постоянная матрица ставит элементы на вытянутую диагональ.</translation>
    </message>
    <message>
        <source>The inner product with vec(X) is a trace with the unstacked matrix.</source>
        <translation>Скалярное произведение с vec(X) — след с матрицей, свёрнутой обратно.</translation>
    </message>
    <message>
        <source>The increment is taken out of the Kronecker product.</source>
        <translation>Приращение выносится из произведения Кронекера.</translation>
    </message>
    <message>
        <source>An explicit vector is the sum of its entries times unit vectors.</source>
        <translation>Явно заданный вектор — сумма элементов, умноженных на единичные векторы.</translation>
    </message>
    <message>
        <source>Their factors multiply pair by pair.</source>
        <translation>Их множители перемножаются попарно.</translation>
    </message>
    <message>
        <source>It exchanges the two factors of the Kronecker product.</source>
        <translation>Она меняет местами два множителя произведения Кронекера.</translation>
    </message>
    <message>
        <source>Powers of one number multiply by adding their exponents.</source>
        <translation>Степени одного числа перемножаются сложением показателей.</translation>
    </message>
    <message>
        <source>It is the identity.</source>
        <translation>Это единичная матрица.</translation>
    </message>
    <message>
        <source>Of an outer product it holds the products of the entries; of a transpose it is the same; a factor comes out.</source>
        <translation>У внешнего произведения на ней произведения элементов; у транспонированной — та же; множитель выносится.</translation>
    </message>
    <message>
        <source>Row i of A times column i of B, each entry weighted by x: the entrywise product with the transpose, times x.</source>
        <translation>Строка i матрицы A на столбец i матрицы B с весами x: поэлементное произведение с транспонированной, умноженное на x.</translation>
    </message>
    <message>
        <source>Its entries are inverted one by one.</source>
        <translation>Её элементы обращаются по одному.</translation>
    </message>
    <message>
        <source>The entries of a softmax add up to one.</source>
        <translation>Элементы softmax в сумме дают единицу.</translation>
    </message>
    <message>
        <source>sinh(z)/cosh(z) is tanh(z), and sin(z)/cos(z) is tan(z).</source>
        <translation>sinh(z)/cosh(z) — это tanh(z), а sin(z)/cos(z) — это tan(z).</translation>
    </message>
    <message>
        <source>Their diagonals multiply entry by entry.</source>
        <translation>Их диагонали перемножаются поэлементно.</translation>
    </message>
    <message>
        <source>A factor and its divisor cancel in the sum.</source>
        <translation>Множитель и его делитель в сумме сокращаются.</translation>
    </message>
    <message>
        <source>The diagonal matrix of equal entries is a multiple of the identity.</source>
        <translation>Диагональная матрица с равными элементами кратна единичной.</translation>
    </message>
    <message>
        <source>An explicit row times an explicit column is multiplied out.</source>
        <translation>Явно заданная строка на явно заданный столбец перемножается.</translation>
    </message>
    <message>
        <source>Explicit vectors and matrices are added entry by entry.</source>
        <translation>Явно заданные векторы и матрицы складываются поэлементно.</translation>
    </message>
    <message>
        <source>The differential of log softmax(U) is dU less its weighted mean.</source>
        <translation>Дифференциал log softmax(U) — это dU минус его взвешенное среднее.</translation>
    </message>
    <message>
        <source>Each of the k factors U^-1 in turn gets its differential, -U^-1 dU U^-1.</source>
        <translation>Каждый из k множителей U^-1 по очереди заменяется своим дифференциалом −U^-1 dU U^-1.</translation>
    </message>
    <message>
        <source>In a trace the factors may be rotated, so a function of a matrix is differentiated as one of a number.</source>
        <translation>Под следом множители можно циклически переставлять, поэтому функция матрицы дифференцируется как функция числа.</translation>
    </message>
    <message>
        <source>Functions of one matrix commute, and in a trace each is differentiated as if U were a number.</source>
        <translation>Функции одной матрицы перестановочны, и под следом каждая дифференцируется так, будто U — число.</translation>
    </message>
    <message>
        <source>The trace of a sum is the sum of the traces, each with a rule of its own.</source>
        <translation>След суммы — сумма следов, и у каждого своё правило.</translation>
    </message>
    <message>
        <source>In each row dU is taken less its mean, weighted by the softmax, and weighted by the softmax itself.</source>
        <translation>В каждой строке из dU вычитается его среднее с весами softmax, и результат умножается на softmax.</translation>
    </message>
    <message>
        <source>The differential of log softmax(U) is in each row dU less its weighted mean.</source>
        <translation>Дифференциал log softmax(U) в каждой строке — это dU минус его взвешенное среднее.</translation>
    </message>
    <message>
        <source>The gradient of log softmax(u)_k is e_k - softmax(u).</source>
        <translation>Градиент log softmax(u)_k равен e_k - softmax(u).</translation>
    </message>
    <message>
        <source>The product with a vector of ones adds the entries.</source>
        <translation>Произведение с вектором из единиц складывает элементы.</translation>
    </message>
    <message>
        <source>The inverse of a product cancels the product.</source>
        <translation>Обратная к произведению сокращает произведение.</translation>
    </message>
    <message>
        <source>Only the exponent varies, in every entry.</source>
        <translation>Меняется только показатель, в каждом элементе.</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z)^2 is sigma(z) (1 - sigma(z)).</source>
        <translation>e^z/(1 + e^z)^2 — это sigma(z) (1 - sigma(z)).</translation>
    </message>
    <message>
        <source>A common matrix is taken out.</source>
        <translation>Общая матрица выносится.</translation>
    </message>
    <message>
        <source>The inverse of a transpose is the transpose of the inverse.</source>
        <translation>Обратная к транспонированной — транспонированная обратная.</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same determinant.</source>
        <translation>У матрицы и транспонированной один определитель.</translation>
    </message>
    <message>
        <source>Matrices are added before they are stacked.</source>
        <translation>Матрицы складываются до вытягивания в вектор.</translation>
    </message>
    <message>
        <source>Unstacked columns are added before they are unstacked.</source>
        <translation>Свёрнутые столбцы складываются до сворачивания.</translation>
    </message>
    <message>
        <source>Fractions with one denominator are added.</source>
        <translation>Дроби с одним знаменателем складываются.</translation>
    </message>
    <message>
        <source>sign(u) u is the absolute value.</source>
        <translation>sign(u) u — это модуль.</translation>
    </message>
    <message>
        <source>The diagonal of a sum is the sum of the diagonals.</source>
        <translation>Диагональ суммы равна сумме диагоналей.</translation>
    </message>
    <message>
        <source>Transposing leaves the diagonal where it is.</source>
        <translation>Транспонирование оставляет диагональ на месте.</translation>
    </message>
    <message>
        <source>The diagonal of a b&apos; is the entrywise product of a and b.</source>
        <translation>Диагональ a b&apos; — поэлементное произведение a и b.</translation>
    </message>
    <message>
        <source>Entry i of the diagonal of A diag(x) B is the sum of A_ik B_ki x_k.</source>
        <translation>Элемент i диагонали A diag(x) B — сумма A_ik B_ki x_k.</translation>
    </message>
    <message>
        <source>The diagonal of an entrywise product is that of its factors, multiplied.</source>
        <translation>Диагональ поэлементного произведения — произведение диагоналей множителей.</translation>
    </message>
    <message>
        <source>Where step(u) is 0, relu(u) is 0 already.</source>
        <translation>Там, где step(u) равна 0, relu(u) уже равна 0.</translation>
    </message>
    <message>
        <source>The absolute value times the sign is the number itself.</source>
        <translation>Модуль, умноженный на знак, — само число.</translation>
    </message>
    <message>
        <source>The step function is 0 or 1, so that its powers are itself.</source>
        <translation>Ступенчатая функция равна 0 или 1, поэтому её степени равны ей самой.</translation>
    </message>
    <message>
        <source>The square of a sign is 1, away from 0.</source>
        <translation>Квадрат знака равен 1 вне нуля.</translation>
    </message>
    <message>
        <source>1 - sigma(-z) is sigma(z).</source>
        <translation>1 - sigma(-z) — это sigma(z).</translation>
    </message>
    <message>
        <source>A minus in front turns the difference round.</source>
        <translation>Минус впереди переворачивает разность.</translation>
    </message>
    <message>
        <source>Entrywise fractions are written over one bar, where that is shorter.</source>
        <translation>Поэлементные дроби пишутся над одной чертой, если так короче.</translation>
    </message>
    <message>
        <source>Sums over the same index are added term by term.</source>
        <translation>Суммы по одному индексу складываются почленно.</translation>
    </message>
    <message>
        <source>Fractions are written over one bar, where that is shorter.</source>
        <translation>Дроби пишутся над одной чертой, где так короче.</translation>
    </message>
    <message>
        <source>The product with the unit vector e_k is entry k.</source>
        <translation>Произведение с единичным вектором e_k — это элемент k.</translation>
    </message>
    <message>
        <source>Only entry k is left.</source>
        <translation>Остаётся только элемент k.</translation>
    </message>
    <message>
        <source>The first or the last factor of an inverted product cancels against its neighbour.</source>
        <translation>Первый или последний множитель обращённого произведения сокращается с соседом.</translation>
    </message>
    <message>
        <source>The diagonal of an entrywise product with diag(x) is the diagonal times x.</source>
        <translation>Диагональ поэлементного произведения с diag(x) — диагональ, умноженная на x.</translation>
    </message>
    <message>
        <source>Positive powers leave the zeros outside the diagonal.</source>
        <translation>Положительные степени оставляют нули вне диагонали.</translation>
    </message>
    <message>
        <source>The number in front joins that in the numerators.</source>
        <translation>Число впереди объединяется с числом в числителях.</translation>
    </message>
    <message>
        <source>A product of Kronecker products is the Kronecker product of the products.</source>
        <translation>Произведение произведений Кронекера — произведение Кронекера произведений.</translation>
    </message>
    <message>
        <source>The norm of a Kronecker product is the product of the norms.</source>
        <translation>Норма произведения Кронекера равна произведению норм.</translation>
    </message>
    <message>
        <source>Each determinant is raised to the size of the other factor.</source>
        <translation>Каждый определитель возводится в степень, равную размеру другого множителя.</translation>
    </message>
    <message>
        <source>Each log-determinant counts as often as the other factor has rows.</source>
        <translation>Каждый логарифм определителя берётся столько раз, сколько строк у другого множителя.</translation>
    </message>
    <message>
        <source>The determinant of the identity plus a b&apos; is 1 + b&apos; a.</source>
        <translation>Определитель единичной матрицы плюс a b&apos; равен 1 + b&apos; a.</translation>
    </message>
    <message>
        <source>Taking the diagonal, or writing a vector on it, is linear, so d moves inside.</source>
        <translation>Брать диагональ или ставить вектор на неё — линейно, поэтому d вносится внутрь.</translation>
    </message>
    <message>
        <source>The differential of an entry is the entry of the differential.</source>
        <translation>Дифференциал элемента — элемент дифференциала.</translation>
    </message>
    <message>
        <source>A number in one factor multiplies the whole.</source>
        <translation>Число в одном множителе умножает всё.</translation>
    </message>
    <message>
        <source>diag(s U) is s diag(U).</source>
        <translation>diag(s U) — это s diag(U).</translation>
    </message>
    <message>
        <source>Equal factors are written as one power.</source>
        <translation>Равные множители пишутся одной степенью.</translation>
    </message>
    <message>
        <source>A product of matrices is a sum over the index that neighbours share; a trace sums the diagonal.</source>
        <translation>Произведение матриц — сумма по общему индексу соседей; след суммирует диагональ.</translation>
    </message>
    <message>
        <source>Differentiate by one entry of the variable; all other entries are held constant.</source>
        <translation>Дифференцируем по одному элементу переменной; остальные элементы постоянны.</translation>
    </message>
    <message>
        <source>The sum of a sum is the sum of the sums, so that each delta stands alone.</source>
        <translation>Сумма суммы — сумма сумм, так что каждая дельта стоит отдельно.</translation>
    </message>
    <message>
        <source>Of all terms only the one where the indices of the delta are equal is left.</source>
        <translation>Из всех слагаемых остаётся одно: где индексы дельты равны.</translation>
    </message>
    <message>
        <source>A sum over an index that two neighbours share is an entry of their product.</source>
        <translation>Сумма по общему индексу двух соседей — элемент их произведения.</translation>
    </message>
    <message>
        <source>What holds for every entry holds for the whole vector or matrix.</source>
        <translation>Что верно для каждого элемента, верно для всего вектора или матрицы.</translation>
    </message>
    <message>
        <source>The derivatives by several numbers make one column or matrix.</source>
        <translation>Производные по нескольким числам составляют один столбец или матрицу.</translation>
    </message>
    <message>
        <source>What does not depend on the entry has the partial derivative zero.</source>
        <translation>У того, что не зависит от элемента, частная производная равна нулю.</translation>
    </message>
    <message>
        <source>The partial derivative of a sum is taken term by term; constant factors stay.</source>
        <translation>Частная производная суммы берётся почленно; постоянные множители остаются.</translation>
    </message>
    <message>
        <source>The partial derivative of a sum is taken term by term.</source>
        <translation>Частная производная суммы берётся почленно.</translation>
    </message>
    <message>
        <source>An explicit vector or matrix is differentiated entry by entry.</source>
        <translation>Явный вектор или матрица дифференцируется поэлементно.</translation>
    </message>
    <message>
        <source>A constant factor stays in front.</source>
        <translation>Постоянный множитель остаётся впереди.</translation>
    </message>
    <message>
        <source>Differentiate one factor at a time.</source>
        <translation>Дифференцируем множители по одному.</translation>
    </message>
    <message>
        <source>Differentiate above and below, over the square of what is below.</source>
        <translation>Дифференцируем числитель и знаменатель, делим на квадрат знаменателя.</translation>
    </message>
    <message>
        <source>The exponent comes in front, and the power is one less.</source>
        <translation>Показатель выходит вперёд, степень на единицу меньше.</translation>
    </message>
    <message>
        <source>Base and exponent are differentiated one at a time.</source>
        <translation>Основание и показатель дифференцируются по одному.</translation>
    </message>
    <message>
        <source>The derivative of the outer function, times that of the inner one.</source>
        <translation>Производная внешней функции на производную внутренней.</translation>
    </message>
    <message>
        <source>One term for each entry of the argument.</source>
        <translation>По слагаемому на каждый элемент аргумента.</translation>
    </message>
    <message>
        <source>One term for each entry of the argument, with the entries of the Jacobian.</source>
        <translation>По слагаемому на каждый элемент аргумента, с элементами якобиана.</translation>
    </message>
    <message>
        <source>An entry of softmax grows with its own argument and shrinks with all of them.</source>
        <translation>Элемент softmax растёт со своим аргументом и убывает со всеми.</translation>
    </message>
    <message>
        <source>By Laplace&apos;s expansion the derivative by an entry is its cofactor, det(U) times an entry of the inverse.</source>
        <translation>По разложению Лапласа производная по элементу — его алгебраическое дополнение: det(U) на элемент обратной.</translation>
    </message>
    <message>
        <source>The cofactor over the determinant is an entry of the inverse.</source>
        <translation>Алгебраическое дополнение, делённое на определитель, — элемент обратной.</translation>
    </message>
    <message>
        <source>From U^-1 U = I, entry by entry.</source>
        <translation>Из U^-1 U = I, поэлементно.</translation>
    </message>
    <message>
        <source>An entry changes with itself alone: its derivative is 1 where the indices are equal, and 0 elsewhere.</source>
        <translation>Элемент меняется только вместе с собой: производная 1, где индексы равны, и 0 в остальных местах.</translation>
    </message>
    <message>
        <source>Each inner function becomes an intermediate variable.</source>
        <translation>Каждая внутренняя функция становится промежуточной переменной.</translation>
    </message>
    <message>
        <source>One function by its own argument, all else held constant.</source>
        <translation>Одна функция по своему аргументу, остальное постоянно.</translation>
    </message>
    <message>
        <source>Each way from the variable to the function gives a product of local derivatives; the ways are added.</source>
        <translation>Каждый путь от переменной к функции даёт произведение локальных производных; пути складываются.</translation>
    </message>
    <message>
        <source>With the gradient of what follows held constant, only a product that is linear in the matrix is left.</source>
        <translation>При постоянном градиенте того, что следует, остаётся произведение, линейное по матрице.</translation>
    </message>
    <message>
        <source>Derivatives that were found before are used again.</source>
        <translation>Уже найденные производные используются снова.</translation>
    </message>
    <message>
        <source>The variable is not inside another function, so one derivative is enough.</source>
        <translation>Переменная не внутри другой функции, поэтому довольно одной производной.</translation>
    </message>
    <message>
        <source>One of the k factors is differentiated at a time; r - 1 of them stand before it and k - r behind.</source>
        <translation>Каждый раз дифференцируется один из k множителей; перед ним стоит r - 1 из них, после него k - r.</translation>
    </message>
    <message>
        <source>The logarithm of a fraction is a difference, so its relative changes are subtracted.</source>
        <translation>Логарифм дроби есть разность, поэтому относительные изменения вычитаются.</translation>
    </message>
    <message>
        <source>Only the term of the sum in which the variable stands depends on it.</source>
        <translation>От переменной зависит только то слагаемое, в котором она стоит.</translation>
    </message>
    <message>
        <source>The logarithm of a product is the sum of the logarithms, that of a power the exponent times the logarithm.</source>
        <translation>Логарифм произведения — сумма логарифмов, логарифм степени — показатель, умноженный на логарифм.</translation>
    </message>
</context>
<context>
    <name>RuleFamily</name>
    <message>
        <source>Taking the differential</source>
        <translation>Взятие дифференциала</translation>
    </message>
    <message>
        <source>Linearity</source>
        <translation>Линейность</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Произведения</translation>
    </message>
    <message>
        <source>Quotients</source>
        <translation>Частные</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>Степени</translation>
    </message>
    <message>
        <source>Functions of one variable</source>
        <translation>Функции одной переменной</translation>
    </message>
    <message>
        <source>Functions without a formula</source>
        <translation>Функции без формулы</translation>
    </message>
    <message>
        <source>Inverses</source>
        <translation>Обратные матрицы</translation>
    </message>
    <message>
        <source>Determinants</source>
        <translation>Определители</translation>
    </message>
    <message>
        <source>The matrix exponential</source>
        <translation>Матричная экспонента</translation>
    </message>
    <message>
        <source>The matrix sine and cosine</source>
        <translation>Синус и косинус матрицы</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Следы</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>Нормы</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>Собственные числа</translation>
    </message>
    <message>
        <source>Largest and smallest entries</source>
        <translation>Наибольшие и наименьшие элементы</translation>
    </message>
    <message>
        <source>Log-sum-exp</source>
        <translation>Log-sum-exp</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Definitions as intermediate variables</source>
        <translation>Определения как промежуточные переменные</translation>
    </message>
    <message>
        <source>To canonical form</source>
        <translation>К каноническому виду</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>Приведение подобных</translation>
    </message>
    <message>
        <source>Reading off</source>
        <translation>Считывание производной</translation>
    </message>
    <message>
        <source>Variables with structure</source>
        <translation>Переменные с особой структурой</translation>
    </message>
    <message>
        <source>By definition</source>
        <translation>По определению</translation>
    </message>
    <message>
        <source>By components</source>
        <translation>По компонентам</translation>
    </message>
    <message>
        <source>Partial derivatives by an entry</source>
        <translation>Частные производные по элементу</translation>
    </message>
    <message>
        <source>By the chain rule</source>
        <translation>По цепному правилу</translation>
    </message>
    <message>
        <source>Transposes</source>
        <translation>Транспонирование</translation>
    </message>
    <message>
        <source>Scalar factors</source>
        <translation>Скалярные множители</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Суммы</translation>
    </message>
    <message>
        <source>Entrywise products and diagonal matrices</source>
        <translation>Поэлементные произведения и диагональные матрицы</translation>
    </message>
    <message>
        <source>Kronecker products</source>
        <translation>Произведения Кронекера</translation>
    </message>
    <message>
        <source>Derivatives of matrix functions</source>
        <translation>Производные функций от матриц</translation>
    </message>
    <message>
        <source>Explicit vectors and matrices</source>
        <translation>Явно заданные векторы и матрицы</translation>
    </message>
    <message>
        <source>Functions recognised</source>
        <translation>Узнанные функции</translation>
    </message>
</context>
<context>
    <name>RuleName</name>
    <message>
        <source>Take the differential</source>
        <translation>Берём дифференциал</translation>
    </message>
    <message>
        <source>Differentiate the gradient</source>
        <translation>Дифференцируем градиент</translation>
    </message>
    <message>
        <source>Chain rule, layer by layer</source>
        <translation>Производная сложной функции, слой за слоем</translation>
    </message>
    <message>
        <source>Put in the differential</source>
        <translation>Подставляем дифференциал</translation>
    </message>
    <message>
        <source>Use the name</source>
        <translation>Используем обозначение</translation>
    </message>
    <message>
        <source>Name the signal</source>
        <translation>Обозначаем сигнал</translation>
    </message>
    <message>
        <source>Put in what the names stand for</source>
        <translation>Подставляем, что обозначено</translation>
    </message>
    <message>
        <source>Linearity</source>
        <translation>Линейность</translation>
    </message>
    <message>
        <source>Sum rule</source>
        <translation>Правило суммы</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>Константы</translation>
    </message>
    <message>
        <source>Constant factors</source>
        <translation>Постоянные множители</translation>
    </message>
    <message>
        <source>Constant denominator</source>
        <translation>Постоянный знаменатель</translation>
    </message>
    <message>
        <source>Transpose rule</source>
        <translation>Правило транспонирования</translation>
    </message>
    <message>
        <source>Trace rule</source>
        <translation>Правило следа</translation>
    </message>
    <message>
        <source>Sum of entries</source>
        <translation>Сумма элементов</translation>
    </message>
    <message>
        <source>Rearranged entries</source>
        <translation>Перестановка элементов</translation>
    </message>
    <message>
        <source>Into the sum</source>
        <translation>Вносим под сумму</translation>
    </message>
    <message>
        <source>Transpose of a sum</source>
        <translation>Транспонирование суммы</translation>
    </message>
    <message>
        <source>Out of the sum</source>
        <translation>Выносим из суммы</translation>
    </message>
    <message>
        <source>Scalar out of the sum of entries</source>
        <translation>Выносим скаляр из суммы элементов</translation>
    </message>
    <message>
        <source>Sum of ones</source>
        <translation>Сумма единиц</translation>
    </message>
    <message>
        <source>Trace of the identity</source>
        <translation>След единичной матрицы</translation>
    </message>
    <message>
        <source>Sum of equal terms</source>
        <translation>Сумма равных слагаемых</translation>
    </message>
    <message>
        <source>Entry by entry</source>
        <translation>Поэлементно</translation>
    </message>
    <message>
        <source>Trace of a Kronecker product</source>
        <translation>След произведения Кронекера</translation>
    </message>
    <message>
        <source>Sum of a Kronecker product</source>
        <translation>Сумма элементов произведения Кронекера</translation>
    </message>
    <message>
        <source>Product rule</source>
        <translation>Правило произведения</translation>
    </message>
    <message>
        <source>Entrywise product rule</source>
        <translation>Поэлементное правило произведения</translation>
    </message>
    <message>
        <source>Kronecker product rule</source>
        <translation>Правило произведения Кронекера</translation>
    </message>
    <message>
        <source>Inner product rule</source>
        <translation>Правило скалярного произведения</translation>
    </message>
    <message>
        <source>Quotient rule</source>
        <translation>Правило частного</translation>
    </message>
    <message>
        <source>Reciprocal rule</source>
        <translation>Правило обратной величины</translation>
    </message>
    <message>
        <source>Entrywise quotient rule</source>
        <translation>Поэлементное правило частного</translation>
    </message>
    <message>
        <source>Power rule</source>
        <translation>Правило степени</translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation>Квадрат нормы</translation>
    </message>
    <message>
        <source>Power of a norm</source>
        <translation>Степень нормы</translation>
    </message>
    <message>
        <source>Exponential rule</source>
        <translation>Правило показательной функции</translation>
    </message>
    <message>
        <source>General power rule</source>
        <translation>Общее правило степени</translation>
    </message>
    <message>
        <source>Entrywise power rule</source>
        <translation>Поэлементное правило степени</translation>
    </message>
    <message>
        <source>Matrix power rule</source>
        <translation>Правило матричной степени</translation>
    </message>
    <message>
        <source>Trace of a power</source>
        <translation>След степени</translation>
    </message>
    <message>
        <source>Determinant of a power</source>
        <translation>Определитель степени</translation>
    </message>
    <message>
        <source>Log-determinant of a power</source>
        <translation>Логарифм определителя степени</translation>
    </message>
    <message>
        <source>Write as a power</source>
        <translation>Записываем как степень</translation>
    </message>
    <message>
        <source>Differential of the inverse</source>
        <translation>Дифференциал обратной матрицы</translation>
    </message>
    <message>
        <source>Determinant of a matrix exponential</source>
        <translation>Определитель матричной экспоненты</translation>
    </message>
    <message>
        <source>Log-determinant of a matrix exponential</source>
        <translation>Логарифм определителя матричной экспоненты</translation>
    </message>
    <message>
        <source>Trace of a matrix function</source>
        <translation>След функции от матрицы</translation>
    </message>
    <message>
        <source>Matrix function of a multiple</source>
        <translation>Функция от кратного матрицы</translation>
    </message>
    <message>
        <source>Trace of a matrix exponential</source>
        <translation>След матричной экспоненты</translation>
    </message>
    <message>
        <source>Exponential of a multiple</source>
        <translation>Экспонента кратного</translation>
    </message>
    <message>
        <source>Jacobi&apos;s formula</source>
        <translation>Формула Якоби</translation>
    </message>
    <message>
        <source>Log-determinant</source>
        <translation>Логарифм определителя</translation>
    </message>
    <message>
        <source>Logarithm of a determinant</source>
        <translation>Логарифм определителя</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>Производная сложной функции</translation>
    </message>
    <message>
        <source>Norm rule</source>
        <translation>Правило нормы</translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation>Сумма модулей</translation>
    </message>
    <message>
        <source>Eigenvalue rule</source>
        <translation>Правило собственного числа</translation>
    </message>
    <message>
        <source>Eigenvector rule</source>
        <translation>Правило собственного вектора</translation>
    </message>
    <message>
        <source>Largest or smallest entry</source>
        <translation>Наибольший или наименьший элемент</translation>
    </message>
    <message>
        <source>Larger of two</source>
        <translation>Большее из двух</translation>
    </message>
    <message>
        <source>Positive part</source>
        <translation>Положительная часть</translation>
    </message>
    <message>
        <source>Place of the extreme entry</source>
        <translation>Место экстремального элемента</translation>
    </message>
    <message>
        <source>Log-sum-exp</source>
        <translation>Log-sum-exp</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Logarithm of the logistic function</source>
        <translation>Логарифм логистической функции</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>Логарифм</translation>
    </message>
    <message>
        <source>Entrywise chain rule</source>
        <translation>Поэлементное правило сложной функции</translation>
    </message>
    <message>
        <source>Bring the increment out, layer by layer</source>
        <translation>Выносим приращение, слой за слоем</translation>
    </message>
    <message>
        <source>Rearrange the factors</source>
        <translation>Переставляем множители</translation>
    </message>
    <message>
        <source>Expand the brackets</source>
        <translation>Раскрываем скобки</translation>
    </message>
    <message>
        <source>A scalar equals its transpose</source>
        <translation>Транспонируем скаляр</translation>
    </message>
    <message>
        <source>A scalar is its own trace</source>
        <translation>Скаляр равен своему следу</translation>
    </message>
    <message>
        <source>Cyclic trace</source>
        <translation>Цикличность следа</translation>
    </message>
    <message>
        <source>Trace of a transpose</source>
        <translation>След транспонированной матрицы</translation>
    </message>
    <message>
        <source>Entrywise product in a trace</source>
        <translation>Поэлементное произведение под следом</translation>
    </message>
    <message>
        <source>Entrywise product in an inner product</source>
        <translation>Поэлементное произведение в скалярном произведении</translation>
    </message>
    <message>
        <source>Entrywise quotient in an inner product</source>
        <translation>Поэлементное частное в скалярном произведении</translation>
    </message>
    <message>
        <source>Entrywise product as diag</source>
        <translation>Поэлементное произведение через diag</translation>
    </message>
    <message>
        <source>Entrywise product with a rank-one matrix</source>
        <translation>Поэлементное произведение с матрицей ранга один</translation>
    </message>
    <message>
        <source>Sum as a product with ones</source>
        <translation>Сумма как произведение с единицами</translation>
    </message>
    <message>
        <source>Trace with diag</source>
        <translation>След с diag</translation>
    </message>
    <message>
        <source>Diagonal as a trace</source>
        <translation>Диагональ как след</translation>
    </message>
    <message>
        <source>Entry by unit vector</source>
        <translation>Элемент через единичный вектор</translation>
    </message>
    <message>
        <source>One number in every entry</source>
        <translation>Одно число во всех элементах</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>Делим</translation>
    </message>
    <message>
        <source>Move the scalar increment last</source>
        <translation>Скалярное приращение — в конец</translation>
    </message>
    <message>
        <source>Move the scalar in front</source>
        <translation>Скаляр — вперёд</translation>
    </message>
    <message>
        <source>Stack the columns</source>
        <translation>Вытягиваем столбцы</translation>
    </message>
    <message>
        <source>vec of a product</source>
        <translation>vec произведения</translation>
    </message>
    <message>
        <source>vec of a transpose</source>
        <translation>vec транспонированной матрицы</translation>
    </message>
    <message>
        <source>vec of an entrywise product</source>
        <translation>vec поэлементного произведения</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Собираем</translation>
    </message>
    <message>
        <source>Collect like terms</source>
        <translation>Приводим подобные</translation>
    </message>
    <message>
        <source>Collect equal traces</source>
        <translation>Складываем равные следы</translation>
    </message>
    <message>
        <source>Group by the scalar</source>
        <translation>Группируем по скаляру</translation>
    </message>
    <message>
        <source>Factor out entry by entry</source>
        <translation>Выносим поэлементный множитель</translation>
    </message>
    <message>
        <source>Diagonal of a product with a diagonal matrix</source>
        <translation>Диагональ произведения с диагональной матрицей</translation>
    </message>
    <message>
        <source>Scaled rows</source>
        <translation>Умножение строк</translation>
    </message>
    <message>
        <source>Factor out on the right</source>
        <translation>Выносим множитель справа</translation>
    </message>
    <message>
        <source>Factor out on the left</source>
        <translation>Выносим множитель слева</translation>
    </message>
    <message>
        <source>Factor out a power</source>
        <translation>Выносим степень</translation>
    </message>
    <message>
        <source>Multiply out</source>
        <translation>Перемножаем</translation>
    </message>
    <message>
        <source>Factor out the scalar</source>
        <translation>Выносим скаляр</translation>
    </message>
    <message>
        <source>Read off the derivative</source>
        <translation>Считываем производную</translation>
    </message>
    <message>
        <source>Read off the Jacobian</source>
        <translation>Считываем якобиан</translation>
    </message>
    <message>
        <source>Read off the slice</source>
        <translation>Считываем срез</translation>
    </message>
    <message>
        <source>Sum of diagonal matrices</source>
        <translation>Сумма диагональных матриц</translation>
    </message>
    <message>
        <source>Diagonal matrix of a unit vector</source>
        <translation>Диагональная матрица единичного вектора</translation>
    </message>
    <message>
        <source>Scalars in front</source>
        <translation>Скаляры вперёд</translation>
    </message>
    <message>
        <source>One fraction</source>
        <translation>Одна дробь</translation>
    </message>
    <message>
        <source>Entrywise product with ones</source>
        <translation>Поэлементное произведение с единицами</translation>
    </message>
    <message>
        <source>Diagonal matrix times vector</source>
        <translation>Диагональная матрица на вектор</translation>
    </message>
    <message>
        <source>Diagonal matrices beside ones</source>
        <translation>Диагональные матрицы рядом с единицами</translation>
    </message>
    <message>
        <source>Equal entrywise factors</source>
        <translation>Равные поэлементные множители</translation>
    </message>
    <message>
        <source>One entrywise quotient</source>
        <translation>Одно поэлементное частное</translation>
    </message>
    <message>
        <source>Sum of Kronecker products</source>
        <translation>Сумма кронекеровых произведений</translation>
    </message>
    <message>
        <source>Matrix function rule</source>
        <translation>Правило функции от матрицы</translation>
    </message>
    <message>
        <source>Adjoint of the derivative</source>
        <translation>Сопряжённая производная</translation>
    </message>
    <message>
        <source>Transpose of a derivative</source>
        <translation>Транспонированная производная</translation>
    </message>
    <message>
        <source>Transpose of a product</source>
        <translation>Транспонирование произведения</translation>
    </message>
    <message>
        <source>Inverse of a product</source>
        <translation>Обращение произведения</translation>
    </message>
    <message>
        <source>Inverse of an orthogonal matrix</source>
        <translation>Обратная к ортогональной матрице</translation>
    </message>
    <message>
        <source>Cancel the inverse</source>
        <translation>Сокращаем с обратной</translation>
    </message>
    <message>
        <source>The increment</source>
        <translation>Приращение</translation>
    </message>
    <message>
        <source>Norm as an inner product</source>
        <translation>Норма как скалярное произведение</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Раскрываем</translation>
    </message>
    <message>
        <source>Cancel the value at the start</source>
        <translation>Сокращаем начальное значение</translation>
    </message>
    <message>
        <source>Take the linear part</source>
        <translation>Берём линейную часть</translation>
    </message>
    <message>
        <source>Of that structure already</source>
        <translation>Уже нужной структуры</translation>
    </message>
    <message>
        <source>Project on the symmetric matrices</source>
        <translation>Проецируем на симметричные матрицы</translation>
    </message>
    <message>
        <source>Derivative by the free entries</source>
        <translation>Производная по независимым элементам</translation>
    </message>
    <message>
        <source>Keep the diagonal</source>
        <translation>Оставляем диагональ</translation>
    </message>
    <message>
        <source>Set the gradient to zero</source>
        <translation>Приравниваем градиент к нулю</translation>
    </message>
    <message>
        <source>Rearrange</source>
        <translation>Переносим слагаемые</translation>
    </message>
    <message>
        <source>Solve: the minimum</source>
        <translation>Решаем: минимум</translation>
    </message>
    <message>
        <source>Solve: the maximum</source>
        <translation>Решаем: максимум</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>Решаем</translation>
    </message>
    <message>
        <source>Recognise the logistic function</source>
        <translation>Узнаём логистическую функцию</translation>
    </message>
    <message>
        <source>Recognise the softmax</source>
        <translation>Узнаём softmax</translation>
    </message>
    <message>
        <source>Write by the softmax</source>
        <translation>Выражаем через softmax</translation>
    </message>
    <message>
        <source>Write by the logistic function</source>
        <translation>Выражаем через логистическую функцию</translation>
    </message>
    <message>
        <source>Sine and cosine squared</source>
        <translation>Квадраты синуса и косинуса</translation>
    </message>
    <message>
        <source>Transpose a scalar and collect</source>
        <translation>Транспонируем число и собираем</translation>
    </message>
    <message>
        <source>Functions of stacked entries</source>
        <translation>Функции от уложенных в столбец элементов</translation>
    </message>
    <message>
        <source>Kronecker product times vec</source>
        <translation>Кронекерово произведение на vec</translation>
    </message>
    <message>
        <source>A column times its own row</source>
        <translation>Столбец на свою же строку</translation>
    </message>
    <message>
        <source>vec of diag</source>
        <translation>vec от diag</translation>
    </message>
    <message>
        <source>Undo vec</source>
        <translation>Сворачиваем vec обратно</translation>
    </message>
    <message>
        <source>Kronecker product in a trace</source>
        <translation>Произведение Кронекера под следом</translation>
    </message>
    <message>
        <source>Entries by unit vectors</source>
        <translation>Элементы через единичные векторы</translation>
    </message>
    <message>
        <source>Product of Kronecker products</source>
        <translation>Произведение произведений Кронекера</translation>
    </message>
    <message>
        <source>Commutation matrix moved last</source>
        <translation>Коммутационная матрица — в конец</translation>
    </message>
    <message>
        <source>Add the exponents</source>
        <translation>Складываем показатели</translation>
    </message>
    <message>
        <source>Kronecker product of identities</source>
        <translation>Произведение Кронекера единичных матриц</translation>
    </message>
    <message>
        <source>Take the diagonal</source>
        <translation>Берём диагональ</translation>
    </message>
    <message>
        <source>Diagonal of a product with diag</source>
        <translation>Диагональ произведения с diag</translation>
    </message>
    <message>
        <source>Inverse of a diagonal matrix</source>
        <translation>Обратная к диагональной матрице</translation>
    </message>
    <message>
        <source>Sum of the softmax</source>
        <translation>Сумма softmax</translation>
    </message>
    <message>
        <source>Recognise the tangent</source>
        <translation>Узнаём тангенс</translation>
    </message>
    <message>
        <source>Product of diagonal matrices</source>
        <translation>Произведение диагональных матриц</translation>
    </message>
    <message>
        <source>Cancel entry by entry</source>
        <translation>Сокращаем поэлементно</translation>
    </message>
    <message>
        <source>Equal diagonal entries</source>
        <translation>Равные диагональные элементы</translation>
    </message>
    <message>
        <source>Multiply the entries</source>
        <translation>Перемножаем элементы</translation>
    </message>
    <message>
        <source>Add the entries</source>
        <translation>Складываем элементы</translation>
    </message>
    <message>
        <source>Logarithm of the softmax</source>
        <translation>Логарифм softmax</translation>
    </message>
    <message>
        <source>Inverse of a power</source>
        <translation>Обратная к степени</translation>
    </message>
    <message>
        <source>Trace of a root or logarithm</source>
        <translation>След корня или логарифма</translation>
    </message>
    <message>
        <source>Trace of functions of one matrix</source>
        <translation>След функций одной матрицы</translation>
    </message>
    <message>
        <source>Trace of a sum</source>
        <translation>След суммы</translation>
    </message>
    <message>
        <source>Softmax of each row</source>
        <translation>Softmax каждой строки</translation>
    </message>
    <message>
        <source>Logarithm of the softmax of each row</source>
        <translation>Логарифм softmax каждой строки</translation>
    </message>
    <message>
        <source>Logarithm of an entry of the softmax</source>
        <translation>Логарифм элемента softmax</translation>
    </message>
    <message>
        <source>Product with ones as a sum</source>
        <translation>Произведение с единицами как сумма</translation>
    </message>
    <message>
        <source>Varying exponent</source>
        <translation>Переменный показатель</translation>
    </message>
    <message>
        <source>Recognise the slope of the logistic function</source>
        <translation>Узнаём производную логистической функции</translation>
    </message>
    <message>
        <source>Factor out the matrix</source>
        <translation>Выносим матрицу</translation>
    </message>
    <message>
        <source>Inverse of transposes</source>
        <translation>Обратная к транспонированным</translation>
    </message>
    <message>
        <source>Determinant of a transpose</source>
        <translation>Определитель транспонированной</translation>
    </message>
    <message>
        <source>One stacked matrix</source>
        <translation>Одна вытянутая матрица</translation>
    </message>
    <message>
        <source>One stacked column</source>
        <translation>Один вытянутый столбец</translation>
    </message>
    <message>
        <source>Common denominator</source>
        <translation>Общий знаменатель</translation>
    </message>
    <message>
        <source>Sign times number</source>
        <translation>Знак на число</translation>
    </message>
    <message>
        <source>Diagonal of a sum</source>
        <translation>Диагональ суммы</translation>
    </message>
    <message>
        <source>Diagonal of a transpose</source>
        <translation>Диагональ транспонированной матрицы</translation>
    </message>
    <message>
        <source>Diagonal of an outer product</source>
        <translation>Диагональ внешнего произведения</translation>
    </message>
    <message>
        <source>Diagonal of a scaled product</source>
        <translation>Диагональ взвешенного произведения</translation>
    </message>
    <message>
        <source>Diagonal of an entrywise product</source>
        <translation>Диагональ поэлементного произведения</translation>
    </message>
    <message>
        <source>relu times step</source>
        <translation>relu на ступеньку</translation>
    </message>
    <message>
        <source>abs times sign</source>
        <translation>Модуль на знак</translation>
    </message>
    <message>
        <source>Power of the step function</source>
        <translation>Степень ступенчатой функции</translation>
    </message>
    <message>
        <source>Square of the sign</source>
        <translation>Квадрат знака</translation>
    </message>
    <message>
        <source>Reflect the logistic function</source>
        <translation>Отражаем логистическую функцию</translation>
    </message>
    <message>
        <source>Sign into the difference</source>
        <translation>Знак — в разность</translation>
    </message>
    <message>
        <source>One entrywise denominator</source>
        <translation>Один поэлементный знаменатель</translation>
    </message>
    <message>
        <source>One sum</source>
        <translation>Одна сумма</translation>
    </message>
    <message>
        <source>One denominator</source>
        <translation>Один знаменатель</translation>
    </message>
    <message>
        <source>Entry by a unit vector</source>
        <translation>Элемент единичным вектором</translation>
    </message>
    <message>
        <source>Entrywise product with a unit vector</source>
        <translation>Поэлементное произведение с единичным вектором</translation>
    </message>
    <message>
        <source>Cancel a factor of the inverse</source>
        <translation>Сокращаем множитель обратной</translation>
    </message>
    <message>
        <source>Entrywise power of a diagonal matrix</source>
        <translation>Поэлементная степень диагональной матрицы</translation>
    </message>
    <message>
        <source>Number into the fraction</source>
        <translation>Число — в дробь</translation>
    </message>
    <message>
        <source>Mixed-product rule</source>
        <translation>Правило смешанного произведения</translation>
    </message>
    <message>
        <source>Norm of a Kronecker product</source>
        <translation>Норма произведения Кронекера</translation>
    </message>
    <message>
        <source>Determinant of a Kronecker product</source>
        <translation>Определитель произведения Кронекера</translation>
    </message>
    <message>
        <source>Log-determinant of a Kronecker product</source>
        <translation>Логарифм определителя произведения Кронекера</translation>
    </message>
    <message>
        <source>Matrix determinant lemma</source>
        <translation>Лемма об определителе</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>Диагональ</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Элемент</translation>
    </message>
    <message>
        <source>Number out of the entrywise product</source>
        <translation>Число из поэлементного произведения</translation>
    </message>
    <message>
        <source>Diagonal of a multiple</source>
        <translation>Диагональ кратного</translation>
    </message>
    <message>
        <source>Gather the powers</source>
        <translation>Собираем степени</translation>
    </message>
    <message>
        <source>Write in entries</source>
        <translation>Записываем в элементах</translation>
    </message>
    <message>
        <source>Take the partial derivative</source>
        <translation>Берём частную производную</translation>
    </message>
    <message>
        <source>Split the sum</source>
        <translation>Разбиваем сумму</translation>
    </message>
    <message>
        <source>Deltas collapse the sums</source>
        <translation>Дельты сворачивают суммы</translation>
    </message>
    <message>
        <source>Back to matrices</source>
        <translation>Обратно к матрицам</translation>
    </message>
    <message>
        <source>Read off all entries</source>
        <translation>Читаем все элементы</translation>
    </message>
    <message>
        <source>Put the derivatives together</source>
        <translation>Собираем производные</translation>
    </message>
    <message>
        <source>Constant factor</source>
        <translation>Постоянный множитель</translation>
    </message>
    <message>
        <source>Determinant by cofactors</source>
        <translation>Определитель через дополнения</translation>
    </message>
    <message>
        <source>Log-determinant by cofactors</source>
        <translation>Логарифм определителя через дополнения</translation>
    </message>
    <message>
        <source>Entry of an inverse</source>
        <translation>Элемент обратной</translation>
    </message>
    <message>
        <source>Kronecker delta</source>
        <translation>Символ Кронекера</translation>
    </message>
    <message>
        <source>Name the inner functions</source>
        <translation>Называем внутренние функции</translation>
    </message>
    <message>
        <source>Local derivative</source>
        <translation>Локальная производная</translation>
    </message>
    <message>
        <source>Chain rule through a matrix</source>
        <translation>Цепное правило через матрицу</translation>
    </message>
    <message>
        <source>Put in what is known</source>
        <translation>Подставляем известное</translation>
    </message>
    <message>
        <source>No inner function</source>
        <translation>Нет внутренней функции</translation>
    </message>
    <message>
        <source>Power with a letter</source>
        <translation>Степень с буквенным показателем</translation>
    </message>
    <message>
        <source>Logarithm of a fraction</source>
        <translation>Логарифм дроби</translation>
    </message>
    <message>
        <source>One term of a sum</source>
        <translation>Одно слагаемое суммы</translation>
    </message>
    <message>
        <source>Logarithm of a product</source>
        <translation>Логарифм произведения</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>Поиск правил</translation>
    </message>
    <message>
        <source>Search: product, trace, tr(A B), Matrix Cookbook…</source>
        <translation>Поиск: произведение, след, tr(A B), Matrix Cookbook…</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>Открыть пример</translation>
    </message>
    <message>
        <source>Open the example as a document</source>
        <translation>Открыть пример как документ</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>Читаем правила…</translation>
    </message>
    <message>
        <source>The rules cannot be shown.</source>
        <translation>Правила нельзя показать.</translation>
    </message>
    <message>
        <source>{count} of {all} rules</source>
        <translation>правил: {count} из {all}</translation>
    </message>
    <message>
        <source>No rule holds these words.</source>
        <translation>Нет правила с этими словами.</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Источник: {source}</translation>
    </message>
    <message>
        <source>Example, by {variable}</source>
        <translation>Пример, по {variable}</translation>
    </message>
</context>
<context>
    <name>ScalarField</name>
    <message>
        <source>Value of {name}</source>
        <translation>Значение {name}</translation>
    </message>
    <message>
        <source>Left end of the slider of {name}</source>
        <translation>Левый конец ползунка {name}</translation>
    </message>
    <message>
        <source>Right end of the slider of {name}</source>
        <translation>Правый конец ползунка {name}</translation>
    </message>
    <message>
        <source>An end of the slider</source>
        <translation>Конец ползунка</translation>
    </message>
    <message>
        <source>Slider of {name}</source>
        <translation>Ползунок {name}</translation>
    </message>
    <message>
        <source>The slider&apos;s end: {problem}</source>
        <translation>Конец ползунка: {problem}</translation>
    </message>
    <message>
        <source>The slider&apos;s left end must be below its right end.</source>
        <translation>Левый конец ползунка должен быть меньше правого.</translation>
    </message>
</context>
<context>
    <name>SetupRow</name>
    <message>
        <source>What is compared</source>
        <translation>Что сравнивается</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Методы</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Начала</translation>
    </message>
    <message>
        <source>A parameter</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>Basins</source>
        <translation>Притяжение</translation>
    </message>
    <message>
        <source>Methods from the same start; one method from a grid of starts; one method over values of a parameter; or where the descents from all over the plane end</source>
        <translation>Методы из одной начальной точки; один метод из сетки начальных точек; один метод при разных значениях параметра; или где кончаются спуски со всей плоскости</translation>
    </message>
    <message>
        <source>Grid of starts</source>
        <translation>Сетка начальных точек</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>сетка</translation>
    </message>
    <message>
        <source>Starts along a side of the map</source>
        <translation>Начальных точек по стороне карты</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>точки</translation>
    </message>
    <message>
        <source>Gradient&apos;s norm that counts as having arrived</source>
        <translation>Норма градиента, при которой цель достигнута</translation>
    </message>
    <message>
        <source>A descent has arrived once the gradient&apos;s norm is so small</source>
        <translation>Спуск пришёл, когда норма градиента так мала</translation>
    </message>
    <message>
        <source>From this view</source>
        <translation>Из этого вида</translation>
    </message>
    <message>
        <source>Take the starts from this view</source>
        <translation>Взять начальные точки из этого вида</translation>
    </message>
    <message>
        <source>The plot shows another part of the plane by now: take the starts from it</source>
        <translation>На графике теперь другая часть плоскости: взять начальные точки из неё</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Что не так</translation>
    </message>
    <message>
        <source>Methods that are compared</source>
        <translation>Сравниваемые методы</translation>
    </message>
    <message>
        <source>search γ</source>
        <translation>подбирать γ</translation>
    </message>
    <message>
        <source>Search for step sizes</source>
        <translation>Подбирать размеры шага</translation>
    </message>
    <message>
        <source>Step sizes that nobody typed are searched for: of eleven, the one with which the method gets lowest from this start. Otherwise each method has its default</source>
        <translation>Размеры шага, которых никто не вводил, подбираются: из одиннадцати берётся тот, с которым метод из этого начала оказывается ниже всего. Иначе у каждого метода свой размер по умолчанию</translation>
    </message>
    <message>
        <source>Parameter that is varied</source>
        <translation>Изменяемый параметр</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До</translation>
    </message>
    <message>
        <source>How many values</source>
        <translation>Сколько значений</translation>
    </message>
    <message>
        <source>Each value is the same multiple of the one before; else evenly spaced</source>
        <translation>Каждое значение кратно предыдущему в одно и то же число раз; иначе промежутки равны</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>log</source>
        <translation>лог.</translation>
    </message>
    <message>
        <source>Values by equal factors</source>
        <translation>Значения с равными множителями</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>{key} is needed for typing; hold Ctrl or Alt with it, or take a function key.</source>
        <translation>{key} нужна для ввода; добавьте Ctrl или Alt либо возьмите функциональную клавишу.</translation>
    </message>
    <message>
        <source>{key} edits the text.</source>
        <translation>{key} правит текст.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Search the commands and their keys</source>
        <translation>Поиск команд и клавиш</translation>
    </message>
    <message>
        <source>Search: export, Ctrl+K…</source>
        <translation>Поиск: экспорт, Ctrl+K…</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Команды и их клавиши</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>Новые клавиши: нажмите их</translation>
    </message>
    <message>
        <source>Press new keys:</source>
        <translation>Нажмите новые клавиши:</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задать</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>Сбросить это</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Сбросить все</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Set. It holds at once, in every window.</source>
        <translation>Задано. Действует сразу во всех окнах.</translation>
    </message>
    <message>
        <source>All keys are as they were in the beginning.</source>
        <translation>Все клавиши снова как вначале.</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Изменено вами</translation>
    </message>
    <message>
        <source>No command holds these words.</source>
        <translation>Нет команды с этими словами.</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”; set here, it is taken from there.</source>
        <translation>{key} принадлежит команде «{command}»; заданное здесь, оно будет отобрано там.</translation>
    </message>
    <message>
        <source>Without keys: the menu still has it.</source>
        <translation>Без клавиш: команда остаётся в меню.</translation>
    </message>
</context>
<context>
    <name>SourceEditor</name>
    <message>
        <source>Function</source>
        <translation>Функция</translation>
    </message>
    <message>
        <source>Declarations, definitions and one function to differentiate</source>
        <translation>Объявления, определения и одна функция, которую нужно продифференцировать</translation>
    </message>
    <message>
        <source>A function, such as  x&apos; A x  or  ||y - X w||^2</source>
        <translation>Функция, например  x&apos; A x  или  ||y - X w||^2</translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>Last good picture</source>
        <translation>Последняя верная картина</translation>
    </message>
</context>
<context>
    <name>StartField</name>
    <message>
        <source>Start of the descent</source>
        <translation>Начальная точка спуска</translation>
    </message>
    <message>
        <source>click on the plot</source>
        <translation>щёлкните по графику</translation>
    </message>
    <message>
        <source>All coordinates in order: {}</source>
        <translation>Все координаты по порядку: {}</translation>
    </message>
</context>
<context>
    <name>StationaryPanel</name>
    <message>
        <source>Stationary points in view</source>
        <translation>Стационарные точки в этой области</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>About the chosen point</source>
        <translation>О выбранной точке</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>To a higher order</source>
        <translation>В высшем порядке</translation>
    </message>
    <message>
        <source>Seeking…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>There is no plane to search.</source>
        <translation>Нет плоскости, где искать.</translation>
    </message>
    <message>
        <source>{kind}, order {order}</source>
        <translation>{kind}, порядок {order}</translation>
    </message>
    <message>
        <source>The second-order test does not decide.</source>
        <translation>Признак второго порядка не решает.</translation>
    </message>
    <message>
        <source>Stationary in this plane only: the gradient by all coordinates has length {}.</source>
        <translation>Стационарна только в этой плоскости: градиент по всем координатам имеет длину {}.</translation>
    </message>
    <message>
        <source>Stationary points</source>
        <translation>Стационарные точки</translation>
    </message>
    <message>
        <source>Searched in steps of 1/{count} of the view; what is narrower can be missed: zoom in there.</source>
        <translation>Поиск шёл с шагом 1/{count} области просмотра; более узкое может быть пропущено: приблизьте там.</translation>
    </message>
</context>
<context>
    <name>StepLimit</name>
    <message>
        <source>Largest number of steps</source>
        <translation>Наибольшее число шагов</translation>
    </message>
    <message>
        <source>The descent stops after so many steps</source>
        <translation>После стольких шагов спуск останавливается</translation>
    </message>
    <message>
        <source>The number of steps is a whole number from 1 upwards.</source>
        <translation>Число шагов — целое, от 1.</translation>
    </message>
</context>
<context>
    <name>StepSizeSlider</name>
    <message>
        <source>Step size on a scale</source>
        <translation>Размер шага на шкале</translation>
    </message>
    <message>
        <source>Step size γ, by equal factors</source>
        <translation>Размер шага γ, равными множителями</translation>
    </message>
    <message>
        <source>What the step size does near the minimum</source>
        <translation>Что делает размер шага близ минимума</translation>
    </message>
    <message>
        <source>The bound 2/λ_max is {}</source>
        <translation>Граница 2/λ_max: {}</translation>
    </message>
    <message>
        <source>The bound 2/λ_max is marked once a descent has come near a minimum.</source>
        <translation>Граница 2/λ_max отмечается, когда спуск подошёл к минимуму.</translation>
    </message>
    <message>
        <source>Fastest near the minimum: γ = {}, κ = {}.</source>
        <translation>Быстрее всего близ минимума: γ = {}, κ = {}.</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>The step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Function and gradient at this step</source>
        <translation>Функция и градиент на этом шаге</translation>
    </message>
    <message>
        <source>The step&apos;s update with its numbers</source>
        <translation>Обновление шага с числами</translation>
    </message>
    <message>
        <source>Why the descent ended</source>
        <translation>Почему спуск закончился</translation>
    </message>
    <message>
        <source>The function along the step</source>
        <translation>Функция вдоль шага</translation>
    </message>
    <message>
        <source>Open the step</source>
        <translation>Раскрыть шаг</translation>
    </message>
    <message>
        <source>Go through the parts of this step one by one, on the plot too, with the model that is trusted</source>
        <translation>Пройти части этого шага одну за другой, и на графике, вместе с моделью, которой доверяет метод</translation>
    </message>
    <message>
        <source>The part before (Shift+Left)</source>
        <translation>Предыдущая часть (Shift+Left)</translation>
    </message>
    <message>
        <source>The next part (Shift+Right)</source>
        <translation>Следующая часть (Shift+Right)</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Показать крупно</translation>
    </message>
    <message>
        <source>Show this step as large as the plot goes</source>
        <translation>Показать этот шаг так крупно, как позволяет график</translation>
    </message>
    <message>
        <source>Which part of the step</source>
        <translation>Какая часть шага</translation>
    </message>
    <message>
        <source>This step cannot be opened: {}</source>
        <translation>Этот шаг раскрыть нельзя: {}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} из {}</translation>
    </message>
    <message>
        <source>The step in words and numbers</source>
        <translation>Шаг словами и числами</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close the step</source>
        <translation>Закрыть шаг</translation>
    </message>
    <message>
        <source>Pause to read the parts of a step.</source>
        <translation>Остановите воспроизведение, чтобы прочитать части шага.</translation>
    </message>
</context>
<context>
    <name>StudioLayout</name>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>The step size was suggested</source>
        <translation>Размер шага подобран</translation>
    </message>
    <message>
        <source>Steps computed so far</source>
        <translation>Вычислено шагов</translation>
    </message>
    <message>
        <source>Stop computing the descent</source>
        <translation>Прекратить вычисление спуска</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Метод</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Сходимость</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Подгонка</translation>
    </message>
</context>
<context>
    <name>SurfaceHost</name>
    <message>
        <source>Plot</source>
        <translation>График</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Плоскость</translation>
    </message>
    <message>
        <source>Heat map, contours and gradient field</source>
        <translation>Тепловая карта, линии уровня и поле градиента</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Поверхность</translation>
    </message>
    <message>
        <source>The function as a surface in space</source>
        <translation>Функция как поверхность в пространстве</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Surface</source>
        <translation>Поверхность</translation>
    </message>
    <message>
        <source>Taylor model at the point</source>
        <translation>Модель Тейлора в точке</translation>
    </message>
    <message>
        <source>What touches the surface at the point</source>
        <translation>Что касается поверхности в точке</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Без модели</translation>
    </message>
    <message>
        <source>Tangent plane</source>
        <translation>Касательная плоскость</translation>
    </message>
    <message>
        <source>Taylor quadric</source>
        <translation>Квадрика Тейлора</translation>
    </message>
    <message>
        <source>Log height</source>
        <translation>Лог. высота</translation>
    </message>
    <message>
        <source>Heights by the decades above the lowest value; a tangent plane is bent then</source>
        <translation>Высоты по декадам над наименьшим значением; касательная плоскость тогда изогнута</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Исходный вид</translation>
    </message>
    <message>
        <source>Look at it as at first (Home)</source>
        <translation>Вернуть исходный вид (Home)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>OpenGL is missing, so the surface is painted more coarsely: {reason}.</source>
        <translation>OpenGL нет, поэтому поверхность рисуется грубее: {reason}.</translation>
    </message>
    <message>
        <source>Drag or arrow keys to turn · wheel or + and − to zoom · click to move the point</source>
        <translation>Тяните или стрелками вращайте · колесо, + и −: масштаб · щелчок переносит точку</translation>
    </message>
    <message>
        <source>The parts of the step are arrows on it, with the model that the step trusts.</source>
        <translation>Части шага — стрелки на ней, вместе с моделью, которой шаг доверяет.</translation>
    </message>
    <message>
        <source>There is nothing to plot yet.</source>
        <translation>Рисовать пока нечего.</translation>
    </message>
    <message>
        <source>The patch is the model that this step trusts.</source>
        <translation>Лоскут — модель, которой этот шаг доверяет.</translation>
    </message>
    <message>
        <source>The surface could not be computed: {error}</source>
        <translation>Поверхность вычислить не удалось: {error}</translation>
    </message>
    <message>
        <source>The surface of {f} over {x} from {x0} to {x1} and {y} from {y0} to {y1}.</source>
        <translation>Поверхность {f} над {x} от {x0} до {x1} и {y} от {y0} до {y1}.</translation>
    </message>
    <message>
        <source>Its heights go from {low} to {high}.</source>
        <translation>Высоты от {low} до {high}.</translation>
    </message>
    <message>
        <source>Where there is no surface the function is undefined.</source>
        <translation>Где поверхности нет, функция не определена.</translation>
    </message>
    <message>
        <source>The tangent plane touches it at the point.</source>
        <translation>В точке её касается касательная плоскость.</translation>
    </message>
    <message>
        <source>A quadric touches it there.</source>
        <translation>Там её касается квадрика.</translation>
    </message>
</context>
<context>
    <name>SymbolTable</name>
    <message>
        <source>Symbols</source>
        <translation>Символы</translation>
    </message>
    <message>
        <source>function</source>
        <translation>функция</translation>
    </message>
    <message>
        <source>none</source>
        <comment>properties</comment>
        <translation>нет</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>не подходит</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>Дважды щёлкните, чтобы переименовать</translation>
    </message>
    <message>
        <source>Click to choose properties</source>
        <translation>Щёлкните, чтобы выбрать свойства</translation>
    </message>
    <message>
        <source>{column} of {name}: {content}</source>
        <translation>{column}, {name}: {content}</translation>
    </message>
    <message>
        <source>declared, not used</source>
        <translation>объявлено, не используется</translation>
    </message>
    <message>
        <source>assumed, not used</source>
        <translation>предположено, не используется</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>определение</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>объявлено</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>предположено</translation>
    </message>
    <message>
        <source>show its line in the text</source>
        <translation>показать строку в тексте</translation>
    </message>
    <message>
        <source>edit the numbers in Values</source>
        <translation>изменить числа на вкладке «Значения»</translation>
    </message>
    <message>
        <source>back to inferred</source>
        <translation>вернуть предположение</translation>
    </message>
    <message>
        <source>declare it as it is</source>
        <translation>объявить как есть</translation>
    </message>
    <message>
        <source>“{typed}” is no signature; write R^n → R, or R → R.</source>
        <translation>«{typed}» — не запись вида R^n → R или R → R.</translation>
    </message>
    <message>
        <source>“{typed}” is no shape; write n, 3 or n×m.</source>
        <translation>«{typed}» — не размер; пишите n, 3 или n×m.</translation>
    </message>
</context>
<context>
    <name>TableField</name>
    <message>
        <source>Type over a number, or paste a table of numbers from a spreadsheet</source>
        <translation>Впишите число или вставьте таблицу чисел из электронной таблицы</translation>
    </message>
    <message>
        <source>Values of {name}</source>
        <translation>Значения {name}</translation>
    </message>
    <message>
        <source>{problem} Escape brings the last number back.</source>
        <translation>{problem} Escape вернёт прежнее число.</translation>
    </message>
    <message>
        <source>There are no numbers to paste.</source>
        <translation>Нет чисел для вставки.</translation>
    </message>
    <message>
        <source>What went over the edge was left out: the table has {size} entries from that cell on.</source>
        <translation>Лишнее отброшено: от этой ячейки в таблице помещается {size}.</translation>
    </message>
</context>
<context>
    <name>TaylorPanel</name>
    <message>
        <source>Taylor polynomials</source>
        <translation>Многочлены Тейлора</translation>
    </message>
    <message>
        <source>Order of the Taylor polynomial</source>
        <translation>Порядок многочлена Тейлора</translation>
    </message>
    <message>
        <source>Taylor polynomial</source>
        <translation>Многочлен Тейлора</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>Remainder over the step, both logarithmic</source>
        <translation>Остаток в зависимости от шага, обе оси логарифмические</translation>
    </message>
    <message>
        <source>Order &lt;i&gt;n&lt;/i&gt; = {}</source>
        <translation>Порядок &lt;i&gt;n&lt;/i&gt; = {}</translation>
    </message>
    <message>
        <source>The polynomial of order {order} is drawn.</source>
        <translation>Нарисован многочлен порядка {order}.</translation>
    </message>
    <message>
        <source>Measured: {remainder} shrinks like {measured}; expected {expected} or faster.</source>
        <translation>Измерено: {remainder} убывает как {measured}; ожидается {expected} или быстрее.</translation>
    </message>
    <message>
        <source>So {limit}.</source>
        <translation>Значит, {limit}.</translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>Inserts {text}</source>
        <translation>Вставляет {text}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Layers of the plot</source>
        <translation>Слои графика</translation>
    </message>
    <message>
        <source>More layers</source>
        <translation>Другие слои</translation>
    </message>
    <message>
        <source>The layers for which there is no room here</source>
        <translation>Слои, которым здесь не хватило места</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>Один масштаб</translation>
    </message>
    <message>
        <source>The same scale on both axes, so that right angles look right</source>
        <translation>Один масштаб по обеим осям, чтобы прямые углы выглядели прямыми</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>Исходный вид</translation>
    </message>
    <message>
        <source>Show the part of the plane that was chosen at first (Home)</source>
        <translation>Показать исходную часть плоскости (Home)</translation>
    </message>
    <message>
        <source>{tip}. Down opens its menu.</source>
        <translation>{tip}. Стрелка вниз открывает меню.</translation>
    </message>
    <message>
        <source>{}: kind</source>
        <translation>{}: вид</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Type a function</source>
        <translation>Введите функцию</translation>
    </message>
    <message>
        <source>Write it as in lecture notes: x&apos; A x, log det X, ||y - X w||^2. LaTeX can be pasted. What you typed is shown as mathematics below, with the shapes that were understood. Examples are in the gallery ({gallery}).</source>
        <translation>Пишите, как в конспекте: x&apos; A x, log det X, ||y - X w||^2. Можно вставлять LaTeX. Ниже введённое показано как формула, с понятыми размерами. Примеры — в галерее ({gallery}).</translation>
    </message>
    <message>
        <source>Read the derivation</source>
        <translation>Читайте вывод</translation>
    </message>
    <message>
        <source>Each line names its rule; click one to read the rule with what its letters stand for. Every step is checked with numbers. Type your own answer or next line with {answer}, or practise with {practise}.</source>
        <translation>У каждой строки названо её правило; щёлкните строку, чтобы прочитать правило и значения его букв. Каждый шаг проверен на числах. Свой ответ или следующую строку вводите через {answer}, практика — {practise}.</translation>
    </message>
    <message>
        <source>See what it means</source>
        <translation>Увидьте, что это значит</translation>
    </message>
    <message>
        <source>Drag the point: the arrow is the gradient there, the number that the answer stands for. The wheel zooms; the row above has contours, Taylor models and the surface in space.</source>
        <translation>Двигайте точку: стрелка — градиент в ней, число, которое обозначает ответ. Колесо меняет масштаб; в ряду выше — линии уровня, модели Тейлора и поверхность в пространстве.</translation>
    </message>
    <message>
        <source>Follow a descent</source>
        <translation>Проследите спуск</translation>
    </message>
    <message>
        <source>Click on the plot to start one there, choose among the methods, and go through the steps; each step opens into its arithmetic. The other tabs hold the point, the values and the symbols.</source>
        <translation>Щёлкните по графику, чтобы начать спуск оттуда, выберите метод и пройдите по шагам; каждый шаг раскрывается до арифметики. На других вкладках — точка, значения и символы.</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>Возьмите с собой</translation>
    </message>
    <message>
        <source>Export the derivation as LaTeX or PDF, the plot as a picture; copy any line with a right click. Every command is found with {palette}. This tour is in the menu Help.</source>
        <translation>Экспортируйте вывод в LaTeX или PDF, график — как рисунок; любую строку можно скопировать правой кнопкой. Любую команду находит {palette}. Этот обзор — в меню «Справка».</translation>
    </message>
</context>
<context>
    <name>TourOverlay</name>
    <message>
        <source>Guided tour</source>
        <translation>Обзор</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} из {all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Transport</source>
        <translation>Управление</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>В начало</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Шаг назад</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Пуск</translation>
    </message>
    <message>
        <source>Step forwards</source>
        <translation>Шаг вперёд</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>В конец</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Повтор</translation>
    </message>
    <message>
        <source>At the end begin again</source>
        <translation>В конце начать сначала</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Drag to any step of the descent</source>
        <translation>Перетащите к любому шагу спуска</translation>
    </message>
    <message>
        <source>Step number</source>
        <translation>Номер шага</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>Скорость показа</translation>
    </message>
    <message>
        <source>How fast it plays (Up, Down); 1× is four steps a second</source>
        <translation>Скорость показа (Up, Down); 1× — четыре шага в секунду</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>Values of the constants</source>
        <translation>Значения констант</translation>
    </message>
    <message>
        <source>This function has no constants.</source>
        <translation>У этой функции нет констант.</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>Константы</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>New random values</source>
        <translation>Случайные значения</translation>
    </message>
    <message>
        <source>Draw all constants again; declared properties are respected</source>
        <translation>Выбрать все константы заново; объявленные свойства соблюдаются</translation>
    </message>
    <message>
        <source>Generate…</source>
        <translation>Создать…</translation>
    </message>
    <message>
        <source>Random numbers, identity, zeros, ones, or data for regression and classification</source>
        <translation>Случайные числа, единичная матрица, нули, единицы, данные для регрессии и классификации</translation>
    </message>
    <message>
        <source>Read CSV…</source>
        <translation>Прочитать CSV…</translation>
    </message>
    <message>
        <source>Read the chosen constant from a file of numbers</source>
        <translation>Прочитать выбранную константу из файла с числами</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>There is no function yet. Its constants get their values here.</source>
        <translation>Функции пока нет. Здесь задаются значения её постоянных.</translation>
    </message>
    <message>
        <source>Read the Values of {name}</source>
        <translation>Прочитать значения {name}</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>Чтение {file}…</translation>
    </message>
    <message>
        <source>Tables of numbers</source>
        <translation>Таблицы чисел</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
    <message>
        <source>Labels −1 and 1, as this loss takes them. Others may be typed.</source>
        <translation>Метки −1 и 1, как нужно этой функции потерь. Можно ввести и другие.</translation>
    </message>
    <message>
        <source>Labels 0 and 1, as this loss takes them. Others may be typed.</source>
        <translation>Метки 0 и 1, как нужно этой функции потерь. Можно ввести и другие.</translation>
    </message>
    <message>
        <source>Read {size} numbers from {file}.</source>
        <translation>Прочитано чисел: {size}, из {file}.</translation>
    </message>
</context>
<context>
    <name>WindowDescent</name>
    <message>
        <source>Export the Descent</source>
        <translation>Экспорт спуска</translation>
    </message>
    <message>
        <source>The descent was not exported.</source>
        <translation>Спуск не экспортирован.</translation>
    </message>
    <message>
        <source>Drawing {name}…</source>
        <translation>Рисуем {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>There is no descent to export yet: click on the plot to start one.</source>
        <translation>Экспортировать пока нечего: щёлкните по графику, чтобы начать спуск.</translation>
    </message>
    <message>
        <source>A map of basins does not move: export the plot, as PNG, SVG or PDF.</source>
        <translation>Карта областей притяжения неподвижна: экспортируйте график как PNG, SVG или PDF.</translation>
    </message>
    <message>
        <source>Nothing is compared yet: click on the plot to choose a start, and tick what is to be shown.</source>
        <translation>Сравнивать пока нечего: щёлкните по графику, чтобы выбрать начало, и отметьте, что показывать.</translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation>Записано: {name}.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Экспорт отменён; ничего не записано.</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>The document was not opened.</source>
        <translation>Документ не открыт.</translation>
    </message>
    <message>
        <source>Nothing Yet</source>
        <translation>Пока ничего</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>&amp;Очистить список</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>LaTeX documents</source>
        <translation>Документы LaTeX</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>Документы PDF</translation>
    </message>
    <message>
        <source>The document was not saved.</source>
        <translation>Документ не сохранён.</translation>
    </message>
    <message>
        <source>{name} is open in another window. Choose another name here, or close that window first.</source>
        <translation>Файл {name} открыт в другом окне. Выберите здесь другое имя или сначала закройте то окно.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Сохранено: {name}.</translation>
    </message>
    <message>
        <source>There is no derivation to export yet.</source>
        <translation>Выводить в файл пока нечего.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Записываем {name}…</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>Ничего не скопировано.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message>
        <source>{name} ({function})</source>
        <translation>{name} ({function})</translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation>Записано: {name}.</translation>
    </message>
    <message>
        <source>Save the changes to this document?</source>
        <translation>Сохранить изменения в этом документе?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Иначе они пропадут.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Без имени</translation>
    </message>
    <message>
        <source>gradviz ended unexpectedly. Bring the unsaved changes back?</source>
        <translation>Работа gradviz неожиданно прервалась. Вернуть несохранённые изменения?</translation>
    </message>
    <message>
        <source>Unsaved: {names}. They open as changed documents; the files stay as they are.</source>
        <translation>Не сохранено: {names}. Они откроются как изменённые документы; файлы останутся прежними.</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>{name} is open in this window.</source>
        <translation>Файл {name} уже открыт в этом окне.</translation>
    </message>
    <message>
        <source>The function has no constant that takes the numbers of {name}.</source>
        <translation>В функции нет постоянной, которой можно присвоить числа из {name}.</translation>
    </message>
    <message>
        <source>Read {name} as</source>
        <translation>Прочитать {name} как</translation>
    </message>
</context>
<context>
    <name>WindowPlot</name>
    <message>
        <source>Copied the plot.</source>
        <translation>График скопирован.</translation>
    </message>
    <message>
        <source>Export the Plot</source>
        <translation>Экспорт графика</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>Запись {file}…</translation>
    </message>
    <message>
        <source>The plot was not exported.</source>
        <translation>График не экспортирован.</translation>
    </message>
    <message>
        <source>Copy as an &amp;Image</source>
        <translation>Копировать как &amp;изображение</translation>
    </message>
    <message>
        <source>Export as {form}…</source>
        <translation>Экспорт в {form}…</translation>
    </message>
    <message>
        <source>There is no plot to export yet.</source>
        <translation>Экспортировать пока нечего: графика нет.</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>Записано: {file}.</translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>Stopped.</source>
        <translation>Остановлено.</translation>
    </message>
    <message>
        <source>This takes too long.</source>
        <translation>Это занимает слишком много времени.</translation>
    </message>
    <message>
        <source>This takes longer than {seconds} seconds, so it was stopped.</source>
        <translation>Это заняло больше {seconds} секунд и было остановлено.</translation>
    </message>
    <message>
        <source>The part of gradviz that computes stopped unexpectedly.</source>
        <translation>Вычисляющая часть gradviz неожиданно остановилась.</translation>
    </message>
    <message>
        <source>The part of gradviz that computes stopped unexpectedly and was started anew.</source>
        <translation>Вычисляющая часть gradviz неожиданно остановилась и запущена заново.</translation>
    </message>
    <message>
        <source>The part of gradviz that computes could not be started.</source>
        <translation>Вычисляющую часть gradviz не удалось запустить.</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message>
        <source>What was understood</source>
        <translation>Как это понято</translation>
    </message>
</context>
</TS>
