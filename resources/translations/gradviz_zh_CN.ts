<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AlongPlot</name>
    <message>
        <source>The function along the step</source>
        <translation>沿该步的函数</translation>
    </message>
    <message>
        <source>The function and the model along the step</source>
        <translation>沿该步的函数与模型</translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation>各曲线的含义</translation>
    </message>
    <message>
        <source>linear model</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <source>model with {}</source>
        <translation>使用 {} 的模型</translation>
    </message>
    <message>
        <source>linear model of these rows</source>
        <translation>这些行的线性模型</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>No verdict</source>
        <translation>没有结论</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Definiteness of the Hessian of {function}</source>
        <translation>{function} 的黑塞矩阵的正定性</translation>
    </message>
    <message>
        <source>{difference}, the error of the Taylor model at the point</source>
        <translation>{difference}，该点处泰勒模型的误差</translation>
    </message>
</context>
<context>
    <name>CheckBar</name>
    <message>
        <source>Check my answer</source>
        <translation>检查我的答案</translation>
    </message>
    <message>
        <source>What your answer is</source>
        <translation>你的答案是什么</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check the answer with numbers</source>
        <translation>用数值检查答案</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Close this row</source>
        <translation>关闭此行</translation>
    </message>
    <message>
        <source>Hide the derivation</source>
        <translation>隐藏推导</translation>
    </message>
    <message>
        <source>Hide the derivation while answering</source>
        <translation>作答时隐藏推导</translation>
    </message>
    <message>
        <source>An instance where the answers differ</source>
        <translation>两个答案不同的一个实例</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>显示数值</translation>
    </message>
    <message>
        <source>Show where the answers differ</source>
        <translation>显示答案在何处不同</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>改正</translation>
    </message>
    <message>
        <source>Put the corrected answer into the field</source>
        <translation>将改正后的答案填入输入框</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>next line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>Below:  {line}</source>
        <translation>其上一行：  {line}</translation>
    </message>
    <message>
        <source>your next line, for example dx&apos; A x + x&apos; A dx</source>
        <translation>你的下一行，例如 dx&apos; A x + x&apos; A dx</translation>
    </message>
    <message>
        <source>your answer, for example 2 X&apos;(X w - y)</source>
        <translation>你的答案，例如 2 X&apos;(X w - y)</translation>
    </message>
    <message>
        <source>Your next line</source>
        <translation>你的下一行</translation>
    </message>
    <message>
        <source>Column {column}: {message}</source>
        <translation>第 {column} 列：{message}</translation>
    </message>
    <message>
        <source>Try: {hint}</source>
        <translation>试试：{hint}</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>你的答案</translation>
    </message>
</context>
<context>
    <name>ChecksDialog</name>
    <message>
        <source>Verification</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Both sides of every step are evaluated with random numbers, and the answer is compared with a numeric derivative of the function that knows no rule.</source>
        <translation>每一步的两边都用随机数计算，答案则与不依赖任何规则的函数数值导数比较。</translation>
    </message>
    <message>
        <source>How each step fared</source>
        <translation>每一步的结果</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Relative error</source>
        <translation>相对误差</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>✓ holds</source>
        <translation>✓ 成立</translation>
    </message>
    <message>
        <source>✗ does not hold</source>
        <translation>✗ 不成立</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Type a few letters of a command</source>
        <translation>输入命令中的几个字</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>没有含这些字母的命令。</translation>
    </message>
</context>
<context>
    <name>CompareChart</name>
    <message>
        <source>Convergence compared</source>
        <translation>收敛比较</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>画的是什么</translation>
    </message>
    <message>
        <source>Against what it is drawn</source>
        <translation>横轴是什么</translation>
    </message>
    <message>
        <source>over steps</source>
        <translation>按步数</translation>
    </message>
    <message>
        <source>over evaluations</source>
        <translation>按求值次数</translation>
    </message>
    <message>
        <source>log axis</source>
        <translation>对数轴</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>横轴取对数</translation>
    </message>
    <message>
        <source>The least value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>{f}* = {least},
the least met</source>
        <translation>{f}* = {least}，
所遇到的最小值</translation>
    </message>
    <message>
        <source>Convergence of all descents</source>
        <translation>所有下降的收敛</translation>
    </message>
    <message>
        <source>evaluations</source>
        <translation>求值次数</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>CompareHost</name>
    <message>
        <source>Compare descents</source>
        <translation>比较下降</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Compare descents</source>
        <translation>比较下降</translation>
    </message>
    <message>
        <source>Descents computed so far</source>
        <translation>已计算的下降</translation>
    </message>
    <message>
        <source>Stop comparing; keep what there is</source>
        <translation>停止比较；保留已有结果</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Table or convergence</source>
        <translation>表格或收敛</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>A comparison needs a scalar function with a gradient.</source>
        <translation>比较需要带梯度的标量函数。</translation>
    </message>
    <message>
        <source>A map of basins needs a plane; compare starts instead.</source>
        <translation>吸引域图需要平面；请改为比较起点。</translation>
    </message>
    <message>
        <source>Click on the plot to choose the start from which they all begin.</source>
        <translation>单击图形选择共同的起点。</translation>
    </message>
    <message>
        <source>Choose the methods to compare.</source>
        <translation>选择要比较的方法。</translation>
    </message>
    <message>
        <source>Left out, as the function does not offer what they need: {}.</source>
        <translation>已略去，因为函数不满足其要求：{}。</translation>
    </message>
    <message>
        <source>Cancelled: what had been computed is shown.</source>
        <translation>已取消：显示已计算的部分。</translation>
    </message>
    <message>
        <source>Hatched: from there {method} does not converge in {steps} steps.</source>
        <translation>阴影部分：从那里出发，{method}在 {steps} 步内不收敛。</translation>
    </message>
    <message>
        <source>With a smaller γ than {size} it may.</source>
        <translation>取比 {size} 更小的 γ 或许可以。</translation>
    </message>
    <message>
        <source>The comparison could not be computed: {}</source>
        <translation>无法计算比较：{}</translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Descents compared</source>
        <translation>所比较的下降</translation>
    </message>
    <message>
        <source>until ‖∇f‖ is at most {}</source>
        <translation>直到 ‖∇f‖ 不超过 {}</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>A tick draws it</source>
        <translation>勾选则画出</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Steps {}</source>
        <translation>步数，{}</translation>
    </message>
    <message>
        <source>Evaluations of f, ∇f and Hessians {}</source>
        <translation>f、∇f 和黑塞矩阵的求值次数，{}</translation>
    </message>
    <message>
        <source>f at the end</source>
        <translation>终点的 f</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>如何结束</translation>
    </message>
    <message>
        <source>defaults</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Evals</source>
        <translation>求值</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>How it ended, and after how many steps</source>
        <translation>如何结束，以及经过多少步</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>The parameters; a click sets them</source>
        <translation>参数；单击即可设置</translation>
    </message>
    <message>
        <source>Click to set the parameters</source>
        <translation>点击设置参数</translation>
    </message>
    <message>
        <source>The step size was searched for: of {count}, it gets lowest in {steps} steps.</source>
        <translation>步长是搜索得到的：在试过的 {count} 个步长中，它在 {steps} 步内下降得最低。</translation>
    </message>
    <message>
        <source>‖∇f‖ ≤ {} was not reached</source>
        <translation>未达到 ‖∇f‖ ≤ {}</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Numbered as on the plot, the lowest first</source>
        <translation>编号与图中一致，最低的在前</translation>
    </message>
    <message>
        <source>f there</source>
        <translation>该处 f</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Share of the starts that lead there</source>
        <translation>通向该处的起点比例</translation>
    </message>
    <message>
        <source>On average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>does not converge</source>
        <translation>不收敛</translation>
    </message>
    <message>
        <source>converged, {}</source>
        <translation>收敛，{}</translation>
    </message>
    <message>
        <source>not yet, {}</source>
        <translation>尚未收敛，{}</translation>
    </message>
    <message>
        <source>diverged, {}</source>
        <translation>发散，{}</translation>
    </message>
    <message>
        <source>not finite, {}</source>
        <translation>非有限值，{}</translation>
    </message>
    <message>
        <source>left the domain, {}</source>
        <translation>越出定义域，{}</translation>
    </message>
    <message>
        <source>stuck, {}</source>
        <translation>停滞，{}</translation>
    </message>
    <message>
        <source>cancelled, {}</source>
        <translation>已取消，{}</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Up and Down choose, Tab or Enter accepts, Escape closes</source>
        <translation>上下键选择，Tab 或 Enter 接受，Escape 关闭</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>the factors are invertible</source>
        <translation>各因子可逆</translation>
    </message>
    <message>
        <source>the matrix is invertible</source>
        <translation>矩阵可逆</translation>
    </message>
    <message>
        <source>the argument of the norm is not 0</source>
        <translation>范数的自变量不为 0</translation>
    </message>
    <message>
        <source>no entry is 0</source>
        <translation>没有元素为 0</translation>
    </message>
    <message>
        <source>no eigenvalue is zero or negative</source>
        <translation>没有零或负的特征值</translation>
    </message>
    <message>
        <source>no entry of the diagonal is 0</source>
        <translation>对角线上没有元素为 0</translation>
    </message>
    <message>
        <source>the base is positive</source>
        <translation>底数为正</translation>
    </message>
    <message>
        <source>the argument is positive</source>
        <translation>自变量为正</translation>
    </message>
    <message>
        <source>every entry of the base is positive</source>
        <translation>底数的每个元素为正</translation>
    </message>
    <message>
        <source>the extreme entry is unique</source>
        <translation>极值元素唯一</translation>
    </message>
    <message>
        <source>the eigenvalue is simple</source>
        <translation>该特征值是单的</translation>
    </message>
    <message>
        <source>the argument is not 0</source>
        <translation>自变量不为 0</translation>
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
        <translation>{part1} 可逆</translation>
    </message>
    <message>
        <source>{part1} and {part2} invertible</source>
        <translation>{part1} 和 {part2} 可逆</translation>
    </message>
    <message>
        <source>{part1}, {part2} and {part3} invertible</source>
        <translation>{part1}、{part2} 和 {part3} 可逆</translation>
    </message>
    <message>
        <source>{part1}, {part2}, {part3} and {part4} invertible</source>
        <translation>{part1}、{part2}、{part3} 和 {part4} 可逆</translation>
    </message>
    <message>
        <source>{part1} nonzero</source>
        <translation>{part1} 不为零</translation>
    </message>
    <message>
        <source>{part1} symmetric</source>
        <translation>{part1} 对称</translation>
    </message>
    <message>
        <source>no entry of {part1} is 0</source>
        <translation>{part1} 没有为 0 的元素</translation>
    </message>
    <message>
        <source>no eigenvalue of {part1} is zero or negative</source>
        <translation>{part1} 没有零或负的特征值</translation>
    </message>
    <message>
        <source>{part1} has no zero entry</source>
        <translation>{part1} 没有零元素</translation>
    </message>
    <message>
        <source>every entry of {part1} &gt; 0</source>
        <translation>{part1} 的每个元素 &gt; 0</translation>
    </message>
    <message>
        <source>every entry of {part1} is positive</source>
        <translation>{part1} 的每个元素为正</translation>
    </message>
    <message>
        <source>the extreme entry of {part1} is unique</source>
        <translation>{part1} 的极值元素唯一</translation>
    </message>
    <message>
        <source>the eigenvalue of {part1} is simple</source>
        <translation>{part1} 的该特征值是单的</translation>
    </message>
    <message>
        <source>{part1} of full column rank</source>
        <translation>{part1} 列满秩</translation>
    </message>
    <message>
        <source>remainder {part1}</source>
        <translation>余项 {part1}</translation>
    </message>
    <message>
        <source>U nonzero</source>
        <translation>U 不为零</translation>
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
        <translation>U 的每个元素 &gt; 0</translation>
    </message>
    <message>
        <source>U invertible</source>
        <translation>U 可逆</translation>
    </message>
    <message>
        <source>U and V invertible</source>
        <translation>U 和 V 可逆</translation>
    </message>
    <message>
        <source>no entry of x is 0</source>
        <translation>x 没有为 0 的元素</translation>
    </message>
    <message>
        <source>the determinant is not 0</source>
        <translation>行列式不为 0</translation>
    </message>
    <message>
        <source>no eigenvalue of U is zero or negative</source>
        <translation>U 没有零或负的特征值</translation>
    </message>
    <message>
        <source>no entry of U is 0</source>
        <translation>U 没有为 0 的元素</translation>
    </message>
    <message>
        <source>the eigenvalue of U is simple</source>
        <translation>U 的该特征值是单的</translation>
    </message>
    <message>
        <source>the extreme entry of U is unique</source>
        <translation>U 的极值元素唯一</translation>
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
        <translation>收敛</translation>
    </message>
    <message>
        <source>What the curves are</source>
        <translation>各曲线的含义</translation>
    </message>
    <message>
        <source>Convergence over the steps, on a logarithmic axis</source>
        <translation>随步数的收敛，对数轴</translation>
    </message>
    <message>
        <source>What the step size does near the minimum</source>
        <translation>步长在极小值附近的作用</translation>
    </message>
    <message>
        <source>log steps</source>
        <translation>步数取对数</translation>
    </message>
    <message>
        <source>Logarithmic axis of steps</source>
        <translation>步数轴取对数</translation>
    </message>
    <message>
        <source>Steps by powers of ten: a power of the step is a straight line then</source>
        <translation>步数按十的幂排列：此时步数的幂函数是一条直线</translation>
    </message>
    <message>
        <source>The convergence cannot be shown: {}</source>
        <translation>无法显示收敛：{}</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>步的长度</translation>
    </message>
    <message>
        <source>cos of the angle to Newton&apos;s direction (right)</source>
        <translation>与牛顿方向夹角的余弦（右轴）</translation>
    </message>
    <message>
        <source>{f}* = {least}, known</source>
        <translation>{f}* = {least}，已知</translation>
    </message>
    <message>
        <source>{f}* = {least}, the least that was found</source>
        <translation>{f}* = {least}，所找到的最小值</translation>
    </message>
    <message>
        <source>At the minimum 2/&lt;i&gt;λ&lt;/i&gt;&lt;sub&gt;max&lt;/sub&gt; = {}.</source>
        <translation>在极小值处 2/&lt;i&gt;λ&lt;/i&gt;&lt;sub&gt;max&lt;/sub&gt; = {}。</translation>
    </message>
    <message>
        <source>No minimum was found near the best iterate, so {} itself is drawn.</source>
        <translation>在最佳迭代点附近未找到极小值，因此画出 {} 本身。</translation>
    </message>
    <message>
        <source>At the end {} − {}* shrinks to {} times itself in a step.</source>
        <translation>最后 {} − {}* 每步缩小为自身的 {} 倍。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>{what} goes from {first} to {last} in {n} steps.</source>
        <translation>{what} 在 {n} 步内从 {first} 变到 {last}。</translation>
    </message>
</context>
<context>
    <name>CurveCanvas</name>
    <message>
        <source>Curve of the function</source>
        <translation>函数曲线</translation>
    </message>
</context>
<context>
    <name>CurvePointsPanel</name>
    <message>
        <source>Stationary points of the curve</source>
        <translation>曲线的驻点</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的结果</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Seeking…</source>
        <translation>正在寻找…</translation>
    </message>
    <message>
        <source>There is no stationary point in view: the tangent is nowhere horizontal.</source>
        <translation>视图中没有驻点：切线处处不水平。</translation>
    </message>
    <message>
        <source>There are more; zoom in to see them.</source>
        <translation>还有更多；放大即可看到。</translation>
    </message>
    <message>
        <source>In a part of the view the function is constant, as far as floating-point numbers tell: every point there is stationary.</source>
        <translation>就浮点数所能分辨的而言，函数在视图的一部分上为常数：那里的每一点都是驻点。</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Show the part that was chosen at first (Home)</source>
        <translation>显示最初选定的部分（Home）</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Values at the point</source>
        <translation>该点处的值</translation>
    </message>
    <message>
        <source>{function}, its tangent and Taylor polynomial</source>
        <translation>{function}、它的切线和泰勒多项式</translation>
    </message>
    <message>
        <source>Click: start a descent there · drag the point or the end of {u} · wheel: zoom</source>
        <translation>单击：从该处开始下降 · 拖动点或 {u} 的末端 · 滚轮：缩放</translation>
    </message>
    <message>
        <source>Curve of {f} over {x} with its tangent at {x} = {at}, where {f} = {value}. For {letter} = {u}: Δ{f} = {delta}, d{f} = {differential}, remainder {remainder}.</source>
        <translation>{f} 关于 {x} 的曲线，及其在 {x} = {at} 处的切线，该处 {f} = {value}。当 {letter} = {u}：Δ{f} = {delta}，d{f} = {differential}，余项 {remainder}。</translation>
    </message>
    <message>
        <source>Taylor polynomial of order {order}.</source>
        <translation>{order} 阶泰勒多项式。</translation>
    </message>
    <message>
        <source>The increment</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>{x} goes from {x0} to {x1}, and {f} from {y0} to {y1}.</source>
        <translation>{x} 从 {x0} 到 {x1}，{f} 从 {y0} 到 {y1}。</translation>
    </message>
    <message>
        <source>Stationary points in view: {kinds}.</source>
        <translation>视图中的驻点：{kinds}。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>DataDialog</name>
    <message>
        <source>Generate Values</source>
        <translation>生成数值</translation>
    </message>
    <message>
        <source>What to generate</source>
        <translation>生成什么</translation>
    </message>
    <message>
        <source>Random numbers (normal)</source>
        <translation>随机数（正态）</translation>
    </message>
    <message>
        <source>Random numbers (uniform)</source>
        <translation>随机数（均匀）</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Ones</source>
        <translation>全一</translation>
    </message>
    <message>
        <source>Regression data with noise</source>
        <translation>带噪声的回归数据</translation>
    </message>
    <message>
        <source>Data in two classes, labels −1 and 1</source>
        <translation>两类数据，标签 −1 和 1</translation>
    </message>
    <message>
        <source>Data in two classes, labels 0 and 1</source>
        <translation>两类数据，标签 0 和 1</translation>
    </message>
    <message>
        <source>For which constant</source>
        <translation>用于哪个常量</translation>
    </message>
    <message>
        <source>Inputs and responses</source>
        <translation>输入与响应</translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>Noise, a standard deviation</source>
        <translation>噪声的标准差</translation>
    </message>
    <message>
        <source>Seed: the same seed gives the same numbers</source>
        <translation>种子：相同的种子给出相同的数</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成（&amp;G）</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>用于（&amp;O）</translation>
    </message>
    <message>
        <source>Fo&amp;r</source>
        <translation>用于（&amp;R）</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>行数（&amp;W）</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>尺度（&amp;C）</translation>
    </message>
    <message>
        <source>&amp;Noise</source>
        <translation>噪声（&amp;N）</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子（&amp;S）</translation>
    </message>
    <message>
        <source>The number of rows is declared in the text</source>
        <translation>行数已在文本中声明</translation>
    </message>
    <message>
        <source>Drawn again to fit: {names}.</source>
        <translation>为匹配而重新生成：{names}。</translation>
    </message>
</context>
<context>
    <name>DerivationPanel</name>
    <message>
        <source>Derivation</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Show rows×columns under every factor</source>
        <translation>在每个因子下方显示行×列</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>每条法则</translation>
    </message>
    <message>
        <source>Each rule as a line of its own</source>
        <translation>每条规则单独一行</translation>
    </message>
    <message>
        <source>My answer</source>
        <translation>我的答案</translation>
    </message>
    <message>
        <source>Type your own answer and have it judged</source>
        <translation>输入你自己的答案并让程序评判</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop computing</source>
        <translation>停止计算</translation>
    </message>
    <message>
        <source>The derivation is hidden while you answer.</source>
        <translation>作答时推导已隐藏。</translation>
    </message>
    <message>
        <source>Space: the next line · Backspace: one line less · Esc: end</source>
        <translation>空格：下一行 · Backspace：少一行 · Esc：结束</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Matrices are upper-case, vectors lower-case: x&apos; A x, log det X, ||y - X w||^2.</source>
        <translation>矩阵用大写字母，向量用小写字母：x&apos; A x, log det X, ||y - X w||^2。</translation>
    </message>
    <message>
        <source>{key} opens the gallery.</source>
        <translation>{key} 打开图库。</translation>
    </message>
    <message>
        <source>{key} poses problems to practise on.</source>
        <translation>{key} 给出练习题。</translation>
    </message>
    <message>
        <source>{key} finds every command.</source>
        <translation>{key} 可查找所有命令。</translation>
    </message>
    <message>
        <source>Type a function to differentiate.</source>
        <translation>输入要求导的函数。</translation>
    </message>
    <message>
        <source>The derivation stops here.</source>
        <translation>推导到此为止。</translation>
    </message>
    <message>
        <source>Last good derivation</source>
        <translation>上一个有效推导</translation>
    </message>
    <message>
        <source>The text above is not understood; this belongs to the text before it.</source>
        <translation>上面的文本未能理解；这里显示的属于之前的文本。</translation>
    </message>
    <message>
        <source>There is nothing to derive yet.</source>
        <translation>还没有可推导的内容。</translation>
    </message>
    <message>
        <source>The message below the text says what to change.</source>
        <translation>文本下方的消息说明应如何修改。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Too much to compute.</source>
        <translation>计算量过大。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>出错了。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>What is shown belongs to the text before.</source>
        <translation>显示的内容属于之前的文本。</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未验证</translation>
    </message>
    <message numerus="yes">
        <source>Both sides of every step were evaluated at %n random instances; the largest relative error is {error}. Click for the table.</source>
        <translation>
            <numerusform>每一步的两边都在 %n 个随机实例上计算过；最大相对误差为 {error}。点击查看表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Steps verified</source>
        <translation>✓ 步骤已验证</translation>
    </message>
    <message>
        <source>✓ Verified</source>
        <translation>✓ 已验证</translation>
    </message>
    <message>
        <source>error {error}</source>
        <translation>误差 {error}</translation>
    </message>
    <message>
        <source>✗ Not verified</source>
        <translation>✗ 未通过验证</translation>
    </message>
    <message>
        <source>A step did not hold at random instances.</source>
        <translation>有一步在随机实例上不成立。</translation>
    </message>
</context>
<context>
    <name>Descent</name>
    <message>
        <source>first order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>step size</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Momentum (heavy ball)</source>
        <translation>动量（重球法）</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>velocity, 0 at first</source>
        <translation>速度，初始为 0</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov 动量</translation>
    </message>
    <message>
        <source>gradient at iterate k</source>
        <translation>第 k 个迭代点的梯度</translation>
    </message>
    <message>
        <source>adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>AdaGrad</source>
        <translation>AdaGrad</translation>
    </message>
    <message>
        <source>keeps the quotient finite</source>
        <translation>使商保持有限</translation>
    </message>
    <message>
        <source>sum of squared derivatives, entry by entry, 0 at first</source>
        <translation>导数平方之和，逐元素，初始为 0</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>share kept in the average</source>
        <translation>平均中保留的比例</translation>
    </message>
    <message>
        <source>average of their squares, entry by entry, 0 at first</source>
        <translation>其平方的平均，逐元素，初始为 0</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>share kept in the average of gradients</source>
        <translation>梯度平均中保留的比例</translation>
    </message>
    <message>
        <source>share kept in the average of their squares</source>
        <translation>其平方平均中保留的比例</translation>
    </message>
    <message>
        <source>average of gradients, 0 at first</source>
        <translation>梯度的平均，初始为 0</translation>
    </message>
    <message>
        <source>average without its bias to 0</source>
        <translation>去除向 0 偏差的平均</translation>
    </message>
    <message>
        <source>squares without their bias to 0</source>
        <translation>去除向 0 偏差的平方</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>NAdam</source>
        <translation>NAdam</translation>
    </message>
    <message>
        <source>decay of the momentum</source>
        <translation>动量的衰减</translation>
    </message>
    <message>
        <source>momentum of step k, counted from 1</source>
        <translation>第 k 步的动量，从 1 计</translation>
    </message>
    <message>
        <source>AMSGrad</source>
        <translation>AMSGrad</translation>
    </message>
    <message>
        <source>largest average of squares so far</source>
        <translation>迄今最大的平方平均</translation>
    </message>
    <message>
        <source>line search</source>
        <translation>线搜索</translation>
    </message>
    <message>
        <source>Steepest descent, exact line search</source>
        <translation>最速下降，精确线搜索</translation>
    </message>
    <message>
        <source>step length</source>
        <translation>步的长度</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>试探次数</translation>
    </message>
    <message>
        <source>step length that the line search finds</source>
        <translation>线搜索找到的步长</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Backtracking (Armijo)</source>
        <translation>回溯（Armijo）</translation>
    </message>
    <message>
        <source>first trial</source>
        <translation>首次试探</translation>
    </message>
    <message>
        <source>what a trial is multiplied by</source>
        <translation>试探每次乘以的因子</translation>
    </message>
    <message>
        <source>share of the promised decrease that is asked for</source>
        <translation>要求达到的承诺下降比例</translation>
    </message>
    <message>
        <source>Steepest descent, strong Wolfe</source>
        <translation>最速下降，强 Wolfe</translation>
    </message>
    <message>
        <source>share of the first slope that may be left</source>
        <translation>可保留的初始斜率比例</translation>
    </message>
    <message>
        <source>CG (Fletcher–Reeves)</source>
        <translation>CG（Fletcher–Reeves）</translation>
    </message>
    <message>
        <source>Nonlinear conjugate gradients</source>
        <translation>非线性共轭梯度</translation>
    </message>
    <message>
        <source>share of the last direction, 0 at first</source>
        <translation>上一方向的比例，初始为 0</translation>
    </message>
    <message>
        <source>CG (Polak–Ribière+)</source>
        <translation>CG（Polak–Ribière+）</translation>
    </message>
    <message>
        <source>CG (Hestenes–Stiefel)</source>
        <translation>CG（Hestenes–Stiefel）</translation>
    </message>
    <message>
        <source>CG (Dai–Yuan)</source>
        <translation>CG（Dai–Yuan）</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>二阶</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>牛顿法</translation>
    </message>
    <message>
        <source>smallest eigenvalue</source>
        <translation>最小特征值</translation>
    </message>
    <message>
        <source>Hessian at iterate k</source>
        <translation>第 k 个迭代点的黑塞矩阵</translation>
    </message>
    <message>
        <source>Damped Newton</source>
        <translation>阻尼牛顿法</translation>
    </message>
    <message>
        <source>matrix of the quadratic model</source>
        <translation>二次模型的矩阵</translation>
    </message>
    <message>
        <source>eigenvectors of the Hessian</source>
        <translation>黑塞矩阵的特征向量</translation>
    </message>
    <message>
        <source>its eigenvalues</source>
        <translation>其特征值</translation>
    </message>
    <message>
        <source>least eigenvalue left</source>
        <translation>保留的最小特征值</translation>
    </message>
    <message>
        <source>BFGS</source>
        <translation>BFGS</translation>
    </message>
    <message>
        <source>approximate inverse Hessian, I at first</source>
        <translation>近似的逆黑塞矩阵，初始为 I</translation>
    </message>
    <message>
        <source>the step made</source>
        <translation>所走的步</translation>
    </message>
    <message>
        <source>how the gradient changed along it</source>
        <translation>梯度沿它的变化</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>approximate inverse Hessian, never written out</source>
        <translation>近似的逆黑塞矩阵，从不写出</translation>
    </message>
    <message>
        <source>pairs that are kept</source>
        <translation>保留的对数</translation>
    </message>
    <message>
        <source>Trust region (dogleg)</source>
        <translation>信赖域（dogleg）</translation>
    </message>
    <message>
        <source>Trust region</source>
        <translation>信赖域</translation>
    </message>
    <message>
        <source>trust radius</source>
        <translation>信赖半径</translation>
    </message>
    <message>
        <source>Hessian, made definite for the dogleg</source>
        <translation>黑塞矩阵，为 dogleg 化为正定</translation>
    </message>
    <message>
        <source>quadratic model of f at iterate k</source>
        <translation>第 k 个迭代点处 f 的二次模型</translation>
    </message>
    <message>
        <source>how right the model was; the step is taken when it is above η</source>
        <translation>模型的准确程度；大于 η 时采纳该步</translation>
    </message>
    <message>
        <source>least share of the promised decrease</source>
        <translation>承诺下降的最小比例</translation>
    </message>
    <message>
        <source>Trust region (Steihaug)</source>
        <translation>信赖域（Steihaug）</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Gauss–Newton</source>
        <translation>高斯–牛顿法</translation>
    </message>
    <message>
        <source>residuals; a number beside their squares changes nothing</source>
        <translation>残差；其平方旁的数不影响结果</translation>
    </message>
    <message>
        <source>Jacobian of the residuals at iterate k</source>
        <translation>第 k 个迭代点处残差的雅可比矩阵</translation>
    </message>
    <message>
        <source>Levenberg–Marquardt</source>
        <translation>列文伯格–马夸特法</translation>
    </message>
    <message>
        <source>damping</source>
        <translation>阻尼</translation>
    </message>
    <message>
        <source>damping: larger means a shorter step, nearer the negative gradient</source>
        <translation>阻尼：越大则步越短，越接近负梯度</translation>
    </message>
    <message>
        <source>stochastic</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Stochastic gradient descent</source>
        <translation>随机梯度下降</translation>
    </message>
    <message>
        <source>estimated value</source>
        <translation>值的估计</translation>
    </message>
    <message>
        <source>error of the gradient</source>
        <translation>梯度的误差</translation>
    </message>
    <message>
        <source>estimate of the gradient</source>
        <translation>梯度的估计</translation>
    </message>
    <message>
        <source>rows of the batch</source>
        <translation>批中的行</translation>
    </message>
    <message>
        <source>rows in a batch</source>
        <translation>每批的行数</translation>
    </message>
    <message>
        <source>rows of the data</source>
        <translation>数据的行数</translation>
    </message>
    <message>
        <source>share of row i in @f</source>
        <translation>第 i 行在 @f 中的份额</translation>
    </message>
    <message>
        <source>Mini-batch gradient descent</source>
        <translation>小批量梯度下降</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>前瞻</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>bound</source>
        <translation>界</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>divisor</source>
        <translation>除数</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>hessian</source>
        <translation>黑塞矩阵</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>逆</translation>
    </message>
    <message>
        <source>iterate</source>
        <translation>迭代点</translation>
    </message>
    <message>
        <source>jacobian</source>
        <translation>雅可比矩阵</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>scaled</source>
        <translation>缩放后</translation>
    </message>
    <message>
        <source>shrunk</source>
        <translation>收缩后</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>squares</source>
        <translation>平方</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>sums</source>
        <translation>和</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>last direction</source>
        <translation>上一方向</translation>
    </message>
    <message>
        <source>negative gradient</source>
        <translation>负梯度</translation>
    </message>
    <message>
        <source>next momentum</source>
        <translation>下一动量</translation>
    </message>
    <message>
        <source>whole gradient</source>
        <translation>全梯度</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>黑塞矩阵</translation>
    </message>
    <message>
        <source>Hessian made definite</source>
        <translation>化为正定的黑塞矩阵</translation>
    </message>
    <message>
        <source>BFGS approximation</source>
        <translation>BFGS 近似</translation>
    </message>
    <message>
        <source>L-BFGS approximation</source>
        <translation>L-BFGS 近似</translation>
    </message>
    <message>
        <source>how far a step goes along its direction</source>
        <translation>一步沿其方向走多远</translation>
    </message>
    <message>
        <source>share of the last velocity that is kept</source>
        <translation>上一速度保留的比例</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>share kept in the average of squares</source>
        <translation>平方平均中保留的比例</translation>
    </message>
    <message>
        <source>beta1</source>
        <translation>beta1</translation>
    </message>
    <message>
        <source>beta2</source>
        <translation>beta2</translation>
    </message>
    <message>
        <source>how fast the variable itself shrinks</source>
        <translation>变量自身收缩的速度</translation>
    </message>
    <message>
        <source>momentum decay</source>
        <translation>动量衰减</translation>
    </message>
    <message>
        <source>how fast the momentum grows to its last value</source>
        <translation>动量增长到最终值的速度</translation>
    </message>
    <message>
        <source>first</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>shrink</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>how the last direction is weighted</source>
        <translation>上一方向如何加权</translation>
    </message>
    <message>
        <source>search kind</source>
        <translation>搜索方式</translation>
    </message>
    <message>
        <source>wolfe</source>
        <translation>Wolfe</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>steps after which it begins anew; 0 for never</source>
        <translation>多少步后重新开始；0 为从不</translation>
    </message>
    <message>
        <source>definite</source>
        <translation>正定化</translation>
    </message>
    <message>
        <source>turn negative eigenvalues of the Hessian round</source>
        <translation>翻转黑塞矩阵的负特征值</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>least eigenvalue left, as a share of the largest</source>
        <translation>保留的最小特征值，占最大者的比例</translation>
    </message>
    <message>
        <source>subproblem</source>
        <translation>子问题</translation>
    </message>
    <message>
        <source>how the model is made least</source>
        <translation>如何使模型最小</translation>
    </message>
    <message>
        <source>dogleg</source>
        <translation>dogleg</translation>
    </message>
    <message>
        <source>steihaug</source>
        <translation>Steihaug</translation>
    </message>
    <message>
        <source>first trust radius</source>
        <translation>初始信赖半径</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>largest trust radius</source>
        <translation>最大信赖半径</translation>
    </message>
    <message>
        <source>eta</source>
        <translation>eta</translation>
    </message>
    <message>
        <source>damped</source>
        <translation>带阻尼</translation>
    </message>
    <message>
        <source>shorten steps that do not lower f enough</source>
        <translation>缩短未使 f 充分下降的步</translation>
    </message>
    <message>
        <source>first λ, as a share of the largest entry of J&apos;J</source>
        <translation>初始 λ，占 J&apos;J 最大元素的比例</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>seed of the order of the rows</source>
        <translation>行顺序的随机种子</translation>
    </message>
    <message>
        <source>what the step size is multiplied by</source>
        <translation>步长所乘的因子</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>steps between two cuts</source>
        <translation>两次缩减之间的步数</translation>
    </message>
    <message>
        <source>period</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>steps from the whole step size to the smallest</source>
        <translation>从完整步长到最小步长的步数</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>the smallest step size, as a share of the first</source>
        <translation>最小步长，占初始步长的比例</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>how fast the step size falls</source>
        <translation>步长下降的速度</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>step decay</source>
        <translation>阶梯衰减</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>inverse time</source>
        <translation>反比时间</translation>
    </message>
    <message>
        <source>limit of |slope|</source>
        <translation>|斜率| 上限</translation>
    </message>
</context>
<context>
    <name>DescentPanel</name>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>No step size was found: with all that were tried the descent runs away.</source>
        <translation>没有找到步长：试过的所有步长都使下降发散。</translation>
    </message>
    <message>
        <source>γ is now {size}: of {count} that were tried, it gets lowest in {steps} steps.</source>
        <translation>现在 γ = {size}：在试过的 {count} 个步长中，它在 {steps} 步内下降得最低。</translation>
    </message>
    <message>
        <source>Step {step} of {last}: {state}, f = {value}</source>
        <translation>第 {step} 步，共 {last} 步：{state}，f = {value}</translation>
    </message>
</context>
<context>
    <name>DialPanel</name>
    <message>
        <source>Why the gradient</source>
        <translation>为什么是梯度</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Let the step turn through all directions (Space)</source>
        <translation>让步转过所有方向（空格）</translation>
    </message>
    <message>
        <source>Direction of the step in degrees</source>
        <translation>步的方向（度）</translation>
    </message>
    <message>
        <source>Length of the step</source>
        <translation>步的长度</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>这一步的作用</translation>
    </message>
    <message>
        <source>Change of the function over the direction of the step</source>
        <translation>函数变化随步的方向</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>direction of {step}</source>
        <translation>{step} 的方向</translation>
    </message>
    <message>
        <source>change of {function}</source>
        <translation>{function} 的变化</translation>
    </message>
    <message>
        <source>Step towards {angle} degrees: change {change}, differential {differential}.</source>
        <translation>朝 {angle} 度方向的步：变化 {change}，微分 {differential}。</translation>
    </message>
    <message>
        <source>{angle}° from {gradient}.</source>
        <translation>与 {gradient} 夹角 {angle}°。</translation>
    </message>
    <message>
        <source>{angle} degrees from the gradient.</source>
        <translation>与梯度夹角 {angle} 度。</translation>
    </message>
    <message>
        <source>The length of a step is positive.</source>
        <translation>步的长度为正数。</translation>
    </message>
    <message>
        <source>Over all directions the change goes from {least} at {first} degrees to {most} at {second} degrees.</source>
        <translation>在所有方向上，增量从 {first} 度处的 {least} 到 {second} 度处的 {most}。</translation>
    </message>
    <message>
        <source>The differential is largest, {value}, along the gradient at {angle} degrees.</source>
        <translation>微分沿梯度方向（{angle} 度）最大，为 {value}。</translation>
    </message>
</context>
<context>
    <name>DockArea</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Hide this panel</source>
        <translation>隐藏此面板</translation>
    </message>
    <message>
        <source>Float this panel, or dock it</source>
        <translation>使此面板浮动或停靠</translation>
    </message>
    <message>
        <source>No panel is docked here. The menu View › Panels shows those that are hidden.</source>
        <translation>此处没有停靠的面板。菜单“视图 › 面板”可显示隐藏的面板。</translation>
    </message>
    <message>
        <source>Show All Panels</source>
        <translation>显示所有面板</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message numerus="yes">
        <source>{n} random instances</source>
        <translation>
            <numerusform>{n} 个随机实例</numerusform>
        </translation>
    </message>
    <message>
        <source>differentiate by a symbol in it, or leave the definition out</source>
        <translation>请对其中的符号求导，或去掉这个定义</translation>
    </message>
    <message>
        <source>there is nothing to differentiate by: the function is constant</source>
        <translation>没有可以求导的变量：函数是常数</translation>
    </message>
    <message>
        <source>a step did not agree with the numbers</source>
        <translation>有一步与数值不符</translation>
    </message>
    <message>
        <source>{name} is a definition</source>
        <translation>{name} 是一个定义</translation>
    </message>
    <message>
        <source>{name!r} is not the name of a variable</source>
        <translation>{name!r} 不是变量名</translation>
    </message>
    <message>
        <source>a name is a letter, or a Greek name</source>
        <translation>名字是一个字母或希腊字母的名称</translation>
    </message>
    <message>
        <source>there is {name}</source>
        <translation>这里有 {name}</translation>
    </message>
    <message>
        <source>{name} is a function here</source>
        <translation>{name} 在这里是函数</translation>
    </message>
    <message>
        <source>differentiate by what it is a function of</source>
        <translation>请对它的自变量求导</translation>
    </message>
    <message>
        <source>the numeric check failed ({reason}), so the answer is withheld</source>
        <translation>数值检验未通过（{reason}），因此不显示答案</translation>
    </message>
    <message>
        <source>differentiate by {base}; the entry is one of its gradient</source>
        <translation>请对 {base} 求导；该元素是其梯度的一个分量</translation>
    </message>
    <message>
        <source>{name} does not occur, but {other} does</source>
        <translation>{name} 没有出现，但有 {other}</translation>
    </message>
    <message>
        <source>write the function with {base} itself, as a vector or matrix</source>
        <translation>请用 {base} 本身（作为向量或矩阵）书写函数</translation>
    </message>
    <message>
        <source>the differential has more than {limit} terms</source>
        <translation>微分超过 {limit} 项</translation>
    </message>
    <message>
        <source>by definition one variable at a time is derived; choose one</source>
        <translation>按定义一次只能对一个变量求导；请选择一个</translation>
    </message>
    <message>
        <source>second derivatives are derived for scalar functions only</source>
        <translation>只对标量函数推导二阶导数</translation>
    </message>
    <message>
        <source>written out, the differential is too long; name inner parts, or ask for a smaller problem</source>
        <translation>写开后微分太长；请给内部各部分命名，或缩小问题</translation>
    </message>
    <message>
        <source>no identity is known that brings vec({node}) to the form J vec(dX)</source>
        <translation>没有已知的恒等式能把 vec({node}) 化为 J vec(dX) 的形式</translation>
    </message>
    <message>
        <source>no identity is known that takes the increment out of {node}</source>
        <translation>没有已知的恒等式能把增量从 {node} 中提出</translation>
    </message>
    <message>
        <source>the increment stands twice in one term</source>
        <translation>增量在一项中出现了两次</translation>
    </message>
    <message>
        <source>no identity is known that brings {node} to the form J dx</source>
        <translation>没有已知的恒等式能把 {node} 化为 J dx 的形式</translation>
    </message>
    <message>
        <source>by definition only polynomials are expanded, and {part} is none; use the method of differentials</source>
        <translation>按定义只能展开多项式，而 {part} 不是；请使用微分法</translation>
    </message>
    <message>
        <source>a fraction</source>
        <translation>分式</translation>
    </message>
    <message>
        <source>by definition only small whole powers are expanded, not {k}</source>
        <translation>按定义只展开较小的整数幂，而不是 {k}</translation>
    </message>
    <message>
        <source>by definition this would have {n} terms; use the method of differentials</source>
        <translation>按定义这里会有 {n} 项；请使用微分法</translation>
    </message>
    <message>
        <source>there is no rule for the differential of {function}</source>
        <translation>没有 {function} 的微分法则</translation>
    </message>
    <message>
        <source>the derivative by an orthogonal matrix is not available; declare {name} without it</source>
        <translation>不能对正交矩阵求导；请不带此性质声明 {name}</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>not derived: {reason}</source>
        <translation>未推导出：{reason}</translation>
    </message>
    <message>
        <source>nothing was checked</source>
        <translation>什么也没有检验</translation>
    </message>
    <message>
        <source>shapes {left} and {right}</source>
        <translation>形状 {left} 和 {right}</translation>
    </message>
    <message>
        <source>no random instance lies where the function is defined</source>
        <translation>没有随机实例落在函数的定义域内</translation>
    </message>
    <message>
        <source>“{name}” is no name: a name is a letter or a word, with digits or a subscript</source>
        <translation>“{name}”不是名字：名字是一个字母或单词，可带数字或下标</translation>
    </message>
    <message>
        <source>with {new} for {old} the text would mean something else</source>
        <translation>用 {new} 代替 {old} 后，文本的意思会改变</translation>
    </message>
    <message>
        <source>{name} is already the name of something else</source>
        <translation>{name} 已是别的东西的名字</translation>
    </message>
    <message>
        <source>{name} is already the name of a size</source>
        <translation>{name} 已是某个维数的名字</translation>
    </message>
    <message>
        <source>{name} is a function</source>
        <translation>{name} 是一个函数</translation>
    </message>
    <message>
        <source>{name} has a meaning of its own</source>
        <translation>{name} 有自己的含义</translation>
    </message>
    <message>
        <source>the text has an error; mend that first</source>
        <translation>文本有错误；请先改正</translation>
    </message>
    <message>
        <source>There is no answer to compare with: {reason}.</source>
        <translation>没有可供比较的答案：{reason}。</translation>
    </message>
    <message>
        <source>There is no answer to copy: {reason}.</source>
        <translation>没有可复制的答案：{reason}。</translation>
    </message>
    <message>
        <source>{statement}: {reason}</source>
        <translation>{statement}:{reason}</translation>
    </message>
    <message>
        <source>{name}: {statement}; {reason}.</source>
        <translation>{name}:{statement};{reason}。</translation>
    </message>
    <message>
        <source>This is too large to compute.</source>
        <translation>规模太大，无法计算。</translation>
    </message>
    <message>
        <source>Something went wrong inside gradviz: {error}</source>
        <translation>gradviz 内部出错：{error}</translation>
    </message>
    <message>
        <source>scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>{name}: {size}{properties}</source>
        <translation>{name}: {size}{properties}</translation>
    </message>
    <message>
        <source>{rows}×{columns}, of norm {norm}</source>
        <translation>{rows}×{columns}，范数 {norm}</translation>
    </message>
    <message>
        <source>{name}({parameters}) takes {wanted} arguments, but here are {found}</source>
        <translation>{name}({parameters}) 需要 {wanted} 个自变量，这里有 {found} 个</translation>
    </message>
    <message>
        <source>operations are nested more than {limit} deep once definitions are put in</source>
        <translation>代入定义后，运算嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>shorten it, or name parts without arguments: u = ...</source>
        <translation>请缩短，或给各部分命名（不带自变量）:u = ...</translation>
    </message>
    <message>
        <source>{name} is applied before it is defined</source>
        <translation>{name} 在定义之前就被使用</translation>
    </message>
    <message>
        <source>move its line up</source>
        <translation>请把它的那一行上移</translation>
    </message>
    <message>
        <source>name parts without arguments: u = ...</source>
        <translation>请给各部分命名（不带自变量）:u = ...</translation>
    </message>
    <message>
        <source>too long once its definitions are put in</source>
        <translation>代入定义后太长</translation>
    </message>
    <message>
        <source>{name} takes one or two arguments, but here are {found}</source>
        <translation>{name} 需要一个或两个自变量，这里有 {found} 个</translation>
    </message>
    <message>
        <source>{name} is known, but cannot be differentiated yet</source>
        <translation>{name} 是已知的，但还不能求导</translation>
    </message>
    <message>
        <source>rewrite it with other functions</source>
        <translation>请改用其他函数书写</translation>
    </message>
    <message>
        <source>{name} takes one argument, but here are {found}</source>
        <translation>{name} 需要一个自变量，这里有 {found} 个</translation>
    </message>
    <message>
        <source>{name} takes two arguments, but here are {found}</source>
        <translation>{name} 需要两个自变量，这里有 {found} 个</translation>
    </message>
    <message>
        <source>{name} takes three arguments, but here are {found}</source>
        <translation>{name} 需要三个自变量，这里有 {found} 个</translation>
    </message>
    <message>
        <source>{name} takes two arguments, but here is 1</source>
        <translation>{name} 需要两个自变量，这里只有 1 个</translation>
    </message>
    <message>
        <source>{name} takes three arguments, but here is 1</source>
        <translation>{name} 需要三个自变量，这里只有 1 个</translation>
    </message>
    <message>
        <source>dot needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>dot 需要相同的形状，但 `{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>a size is a whole number or the name of a dimension</source>
        <translation>大小是整数或维数的名字</translation>
    </message>
    <message>
        <source>{what} needs a square matrix, but this is {shape0}</source>
        <translation>{what} 需要方阵，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>softmax needs a column vector, but this is {shape0}</source>
        <translation>softmax 需要列向量，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>{name} 需要相同的形状，但 `{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>unvec(v, m, n) needs a column with m times n rows, but v is {shape0}</source>
        <translation>unvec(v, m, n) 需要 m 乘 n 行的列，但 v 是 {shape0}</translation>
    </message>
    <message>
        <source>a size above {limit} is not needed to derive</source>
        <translation>推导不需要大于 {limit} 的大小</translation>
    </message>
    <message>
        <source>use a name, as in ones(n)</source>
        <translation>请用名字，如 ones(n)</translation>
    </message>
    <message>
        <source>the sizes are not closed, or missing</source>
        <translation>大小没有写完或缺失</translation>
    </message>
    <message>
        <source>expected R, R^n or R^(n,m) after &apos;in&apos;</source>
        <translation>&apos;in&apos; 之后应为 R、R^n 或 R^(n,m)</translation>
    </message>
    <message>
        <source>for example A in R^(n,m)</source>
        <translation>例如 A in R^(n,m)</translation>
    </message>
    <message>
        <source>write R^n or R^(n,m)</source>
        <translation>请写 R^n 或 R^(n,m)</translation>
    </message>
    <message>
        <source>known are {properties}</source>
        <translation>已知的有 {properties}</translation>
    </message>
    <message>
        <source>a matrix has two sizes</source>
        <translation>矩阵有两个大小</translation>
    </message>
    <message>
        <source>for example R^(n,m)</source>
        <translation>例如 R^(n,m)</translation>
    </message>
    <message>
        <source>the symmetric matrices S^n have one size</source>
        <translation>对称矩阵 S^n 只有一个大小</translation>
    </message>
    <message>
        <source>for example S in S^n</source>
        <translation>例如 S in S^n</translation>
    </message>
    <message>
        <source>the property {word!r} is not known</source>
        <translation>性质 {word!r} 未知</translation>
    </message>
    <message>
        <source>only a square matrix is {word}, and this is {shape}</source>
        <translation>只有方阵才能是 {word}，而这里是 {shape}</translation>
    </message>
    <message>
        <source>for example L: R^n -&gt; R</source>
        <translation>例如 L: R^n -&gt; R</translation>
    </message>
    <message>
        <source>a size is a whole number or a name: R^(n,3)</source>
        <translation>大小是整数或名字：R^(n,3)</translation>
    </message>
    <message>
        <source>{word!r} is not a size</source>
        <translation>{word!r} 不是大小</translation>
    </message>
    <message>
        <source>nothing is not a size</source>
        <translation>没有写大小</translation>
    </message>
    <message>
        <source>the index {index} is used outside the sum that binds it</source>
        <translation>下标 {index} 用在了引入它的求和号之外</translation>
    </message>
    <message>
        <source>infinity is no number to calculate with</source>
        <translation>无穷不是可以计算的数</translation>
    </message>
    <message>
        <source>it can choose a norm: norm(x, inf)</source>
        <translation>它可以指定范数：norm(x, inf)</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>除以零</translation>
    </message>
    <message>
        <source>the exponent is too large to work with; the limit is {limit}</source>
        <translation>指数太大；上限是 {limit}</translation>
    </message>
    <message>
        <source>this number is too large to work with</source>
        <translation>这个数太大</translation>
    </message>
    <message>
        <source>keep numbers below 10^{limit}</source>
        <translation>请让数小于 10^{limit}</translation>
    </message>
    <message>
        <source>a matrix power needs a whole number</source>
        <translation>矩阵的幂需要整数指数</translation>
    </message>
    <message>
        <source>for entry by entry write .^</source>
        <translation>逐元素的幂请写 .^</translation>
    </message>
    <message>
        <source>the matrix power {k} is too large; the limit is 50</source>
        <translation>矩阵的幂 {k} 太大；上限是 50</translation>
    </message>
    <message>
        <source>write this part with whole vectors and matrices, or the sum with a family</source>
        <translation>请用完整的向量和矩阵书写这一部分，或用一族量书写求和</translation>
    </message>
    <message>
        <source>{count} indices at once ({indices}) have no form with vectors and matrices</source>
        <translation>同时有 {count} 个下标（{indices}），无法写成向量和矩阵</translation>
    </message>
    <message>
        <source>entries under a sum can only be added, multiplied and put in functions</source>
        <translation>求和号下的元素只能相加、相乘和代入函数</translation>
    </message>
    <message>
        <source>sum over one of them first, or define parts: u = A x</source>
        <translation>请先对其中一个求和，或给各部分命名：u = A x</translation>
    </message>
    <message>
        <source>vectors cannot be added to entries under a sum</source>
        <translation>求和号下不能把向量与元素相加</translation>
    </message>
    <message>
        <source>give each its own sum</source>
        <translation>请给每个各自的求和号</translation>
    </message>
    <message>
        <source>an exponent cannot be an entry under a sum</source>
        <translation>指数不能是求和号下的元素</translation>
    </message>
    <message>
        <source>write exp(... log(...))</source>
        <translation>请写 exp(... log(...))</translation>
    </message>
    <message>
        <source>nothing says how far {index} runs</source>
        <translation>没有说明 {index} 取到多少</translation>
    </message>
    <message>
        <source>give the sum a limit: sum_{{{index}=1}}^{{n}}</source>
        <translation>请给出求和上限：sum_{{{index}=1}}^{{n}}</translation>
    </message>
    <message>
        <source>{name} is one of a family, but the sum over {index} runs over entries</source>
        <translation>{name} 是一族中的一个，但对 {index} 的求和遍历的是元素</translation>
    </message>
    <message>
        <source>declare the whole (a matrix with these as its columns), or none of the entries</source>
        <translation>请声明整体（以它们为列的矩阵），或不用元素</translation>
    </message>
    <message>
        <source>only a scalar can divide under a sum</source>
        <translation>求和号下只能除以标量</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>一个名字</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>一个函数</translation>
    </message>
    <message>
        <source>a transpose</source>
        <translation>一个转置</translation>
    </message>
    <message>
        <source>operations are nested more than {limit} deep</source>
        <translation>运算嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>name inner parts by definitions: u = ...</source>
        <translation>请用定义给内部各部分命名：u = ...</translation>
    </message>
    <message>
        <source>found {spelled} where a number, a name or a bracket was expected</source>
        <translation>这里是 {spelled}，而应为数、名字或括号</translation>
    </message>
    <message>
        <source>the expression ends after {last!r}, where a number, a name or a bracket was expected</source>
        <translation>表达式在 {last!r} 之后结束，而此处应为数、名字或括号</translation>
    </message>
    <message>
        <source>the expression ends after {last!r}, where more was expected</source>
        <translation>表达式在 {last!r} 之后结束，而后面应有内容</translation>
    </message>
    <message>
        <source>found &apos;=&apos; inside an expression</source>
        <translation>表达式里出现了 &apos;=&apos;</translation>
    </message>
    <message>
        <source>found {spelled} where {what} was expected</source>
        <translation>这里是 {spelled}，而应为{what}</translation>
    </message>
    <message>
        <source>there is no expression here</source>
        <translation>这里没有表达式</translation>
    </message>
    <message>
        <source>type one, for example x&apos; A x</source>
        <translation>请输入一个，例如 x&apos; A x</translation>
    </message>
    <message>
        <source>a definition is a line of its own: u = y - X w</source>
        <translation>定义要单独一行：u = y - X w</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>别的内容</translation>
    </message>
    <message>
        <source>a derivative is not typed: type the function, and choose what to differentiate it by</source>
        <translation>不必输入导数：请输入函数，并选择对什么求导</translation>
    </message>
    <message>
        <source>the pseudo-inverse A^\dagger is not known; for full column rank write inv(A&apos; A) A&apos;</source>
        <translation>伪逆 A^\dagger 未知；列满秩时请写 inv(A&apos; A) A&apos;</translation>
    </message>
    <message>
        <source>an integral cannot be differentiated here</source>
        <translation>这里不能对积分求导</translation>
    </message>
    <message>
        <source>only \mathbb{R} is known, in a declaration such as x \in \mathbb{R}^n</source>
        <translation>只支持 \mathbb{R}，用于形如 x \in \mathbb{R}^n 的声明</translation>
    </message>
    <message>
        <source>this environment is not understood; known are equation, align, bmatrix, pmatrix, array and their like</source>
        <translation>不理解这个环境；支持 equation、align、bmatrix、pmatrix、array 等</translation>
    </message>
    <message>
        <source>a backslash means nothing here; to divide by a matrix from the left, write inv(A) b</source>
        <translation>反斜杠在这里没有意义；要从左边除以矩阵，请写 inv(A) b</translation>
    </message>
    <message>
        <source>the command \{name} is not understood</source>
        <translation>不理解命令 \{name}</translation>
    </message>
    <message>
        <source>a backslash at the end of the text means nothing</source>
        <translation>文本末尾的反斜杠没有意义</translation>
    </message>
    <message>
        <source>{word!r} is not a known function</source>
        <translation>{word!r} 不是已知的函数</translation>
    </message>
    <message>
        <source>{name} is a unit vector, and there are only {n} in R^{n}</source>
        <translation>{name} 是单位向量，而 R^{n} 中只有 {n} 个</translation>
    </message>
    <message>
        <source>there is no function here</source>
        <translation>这里没有函数</translation>
    </message>
    <message>
        <source>type one, for example ||y - X w||^2</source>
        <translation>请输入一个，例如 ||y - X w||^2</translation>
    </message>
    <message>
        <source>declare {name} if it is something else</source>
        <translation>如果 {name} 另有含义，请声明它</translation>
    </message>
    <message>
        <source>choose another name for one of the two, or declare {name}</source>
        <translation>请给其中一个换个名字，或声明 {name}</translation>
    </message>
    <message>
        <source>declare the shapes, as in X in R^(m,n)</source>
        <translation>请声明形状，例如 X in R^(m,n)</translation>
    </message>
    <message>
        <source>declare it by a name, as in R^n</source>
        <translation>请用名字声明，例如 R^n</translation>
    </message>
    <message>
        <source>the product {letters}</source>
        <translation>乘积 {letters}</translation>
    </message>
    <message>
        <source>the word is no function, and not declared</source>
        <translation>这个词不是函数，也没有声明</translation>
    </message>
    <message>
        <source>{name} is defined by itself</source>
        <translation>{name} 用自身来定义</translation>
    </message>
    <message>
        <source>move the line {name} = ... above this one</source>
        <translation>请把 {name} = ... 这一行移到本行之上</translation>
    </message>
    <message>
        <source>{name} is defined further down</source>
        <translation>{name} 在更下面才定义</translation>
    </message>
    <message>
        <source>this line is a function, but the function is the last line</source>
        <translation>这一行是函数，但函数应是最后一行</translation>
    </message>
    <message>
        <source>{name} is declared twice</source>
        <translation>{name} 声明了两次</translation>
    </message>
    <message>
        <source>keep one of the two declarations</source>
        <translation>请保留两个声明中的一个</translation>
    </message>
    <message>
        <source>give it a name (u = ...), or remove it</source>
        <translation>请给它命名（u = ...），或删去</translation>
    </message>
    <message>
        <source>only a square matrix is {property}, and {name} is {shape}</source>
        <translation>只有方阵才能是 {property}，而 {name} 是 {shape}</translation>
    </message>
    <message>
        <source>only a name can stand before &apos;=&apos;</source>
        <translation>&apos;=&apos; 前面只能是名字</translation>
    </message>
    <message>
        <source>write u = ... or f(x) = ...</source>
        <translation>请写 u = ... 或 f(x) = ...</translation>
    </message>
    <message>
        <source>write, for example, A in R^(n,n) symmetric</source>
        <translation>例如请写 A in R^(n,n) symmetric</translation>
    </message>
    <message>
        <source>{name} already has a meaning</source>
        <translation>{name} 已经有含义</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名字</translation>
    </message>
    <message>
        <source>nothing follows &apos;{name} =&apos;</source>
        <translation>&apos;{name} =&apos; 后面没有内容</translation>
    </message>
    <message>
        <source>this is not a declaration</source>
        <translation>这不是声明</translation>
    </message>
    <message>
        <source>an upper-case letter is a matrix by convention</source>
        <translation>按惯例，大写字母是矩阵</translation>
    </message>
    <message>
        <source>a lower-case letter is a column vector by convention</source>
        <translation>按惯例，小写字母是列向量</translation>
    </message>
    <message>
        <source>a Greek letter or t is a scalar by convention</source>
        <translation>按惯例，希腊字母或 t 是标量</translation>
    </message>
    <message>
        <source>it has entries with two indices, is inverted, multiplies a vector, or stands in a determinant or trace</source>
        <translation>它有带两个下标的元素、被求逆、乘以向量，或出现在行列式或迹中</translation>
    </message>
    <message>
        <source>it is transposed, stands in a norm, or has entries</source>
        <translation>它被转置、出现在范数中，或有元素</translation>
    </message>
    <message>
        <source>matrix</source>
        <translation>矩阵</translation>
    </message>
    <message numerus="yes">
        <source>{n} completions, {first}</source>
        <translation>
            <numerusform>{n} 个候选，{first}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stationary points in view.</source>
        <translation>
            <numerusform>视图中有 {n} 个驻点。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} degenerate</source>
        <translation>
            <numerusform>{n} 个退化点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minima</source>
        <translation>
            <numerusform>{n} 个极小值点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} maxima</source>
        <translation>
            <numerusform>{n} 个极大值点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} saddles</source>
        <translation>
            <numerusform>{n} 个鞍点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} valleys</source>
        <translation>
            <numerusform>{n} 条谷</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ridges</source>
        <translation>
            <numerusform>{n} 条脊</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} terraces</source>
        <translation>
            <numerusform>{n} 条台地</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} stationary points in view: {kinds}.</source>
        <translation>
            <numerusform>视图中有 {n} 个驻点：{kinds}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} curves of stationary points ({kinds}), where f = {values}.</source>
        <translation>
            <numerusform>{n} 条驻点曲线（{kinds}），其上 f = {values}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sizes are now {sizes}; {names} were drawn again to fit.</source>
        <translation>
            <numerusform>尺寸现在为 {sizes}；{names} 已重新抽取以相符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} numbers</source>
        <translation>
            <numerusform>{n} 个数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} finite weights are needed, one a column.</source>
        <translation>
            <numerusform>需要 {n} 个有限的权重，每列一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>rounding errors decide at every random instance</source>
        <translation>在每个随机实例中都由舍入误差决定</translation>
    </message>
    <message>
        <source>the second derivative of {name}, which has no formula, is no matrix</source>
        <translation>{name} 没有公式，它的二阶导数不是矩阵</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>无法写入 {path}:{reason}</translation>
    </message>
    <message>
        <source>typesetting failed: {error}</source>
        <translation>排版失败：{error}</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>“{name}” in the document must be {expected}.</source>
        <translation>文档中的“{name}”必须是{expected}。</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a list of names</source>
        <translation>名字的列表</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限的数</translation>
    </message>
    <message>
        <source>a whole number from 1 to {limit}</source>
        <translation>1 到 {limit} 的整数</translation>
    </message>
    <message>
        <source>a table of sizes</source>
        <translation>大小的表</translation>
    </message>
    <message>
        <source>a table of numbers</source>
        <translation>数的表</translation>
    </message>
    <message>
        <source>a number, a list of numbers or a list of rows</source>
        <translation>一个数、一列数或若干行</translation>
    </message>
    <message>
        <source>rows of one length</source>
        <translation>长度相同的行</translation>
    </message>
    <message>
        <source>two numbers</source>
        <translation>两个数</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>一个表</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>正数</translation>
    </message>
    <message>
        <source>The file is too large to be a gradviz document.</source>
        <translation>文件太大，不是 gradviz 文档。</translation>
    </message>
    <message>
        <source>The file is not a gradviz document.</source>
        <translation>该文件不是 gradviz 文档。</translation>
    </message>
    <message>
        <source>The document does not name its version.</source>
        <translation>文档没有注明版本。</translation>
    </message>
    <message>
        <source>The document is of version {version}; this program reads up to version {known}.</source>
        <translation>文档版本为 {version}；本程序最高可读版本 {known}。</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>下列之一：{choices}</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Greek letter</source>
        <translation>希腊字母</translation>
    </message>
    <message>
        <source>property</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>插入：{name}</translation>
    </message>
    <message>
        <source>Complete {name}</source>
        <translation>补全：{name}</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>替换：{name}</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>无法打开 {name}:{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}.</source>
        <translation>无法写入 {name}:{reason}。</translation>
    </message>
    <message>
        <source>{name} cannot be opened. {reason}</source>
        <translation>无法打开 {name}。{reason}</translation>
    </message>
    <message>
        <source>this place is still empty</source>
        <translation>这个位置还是空的</translation>
    </message>
    <message>
        <source>Type over it; Tab goes to the next.</source>
        <translation>直接输入即可覆盖；按 Tab 到下一个。</translation>
    </message>
    <message>
        <source>Mixed: a gradient has the shape of its variable, a Jacobian has a row for each entry of the function.
Numerator: derivatives of scalars are rows. Denominator: Jacobians are transposed.</source>
        <translation>混合布局：梯度与变量形状相同，雅可比矩阵每行对应函数的一个元素。
分子布局：标量的导数是行。分母布局：雅可比矩阵取转置。</translation>
    </message>
    <message>
        <source>1st order</source>
        <translation>一阶</translation>
    </message>
    <message>
        <source>2nd order</source>
        <translation>二阶</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合布局</translation>
    </message>
    <message>
        <source>Numerator</source>
        <translation>分子布局</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母布局</translation>
    </message>
    <message>
        <source>Differentials</source>
        <translation>微分</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>分量</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>希腊字母</translation>
    </message>
    <message>
        <source>Along the gradient the increase is largest.</source>
        <translation>沿梯度方向增长最快。</translation>
    </message>
    <message numerus="yes">
        <source>Copy {n} Lines as</source>
        <translation>
            <numerusform>将 {n} 行复制为</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Insert</source>
        <translation>插入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>示例(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Derive</source>
        <translation>推导(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start with an empty text</source>
        <translation>从空白文本开始</translation>
    </message>
    <message>
        <source>New &amp;Window</source>
        <translation>新建窗口(&amp;W)</translation>
    </message>
    <message>
        <source>Open another window with an empty text</source>
        <translation>打开另一个空白文本的窗口</translation>
    </message>
    <message>
        <source>&amp;Gallery…</source>
        <translation>图库(&amp;G)…</translation>
    </message>
    <message>
        <source>Problems and landscapes to open, by topic</source>
        <translation>按主题打开问题与地形</translation>
    </message>
    <message>
        <source>P&amp;references…</source>
        <translation>首选项(&amp;R)…</translation>
    </message>
    <message>
        <source>Colours, sizes, and what is new</source>
        <translation>颜色、大小以及新文档的设置</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>See and change the keys of every command</source>
        <translation>查看并更改每个命令的按键</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a .gradviz document</source>
        <translation>打开 .gradviz 文档</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存文档</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the document under another name</source>
        <translation>用另一名称保存文档</translation>
    </message>
    <message>
        <source>Export LaTe&amp;X…</source>
        <translation>导出 LaTeX(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the derivation as a LaTeX document</source>
        <translation>将推导写成 LaTeX 文档</translation>
    </message>
    <message>
        <source>Export &amp;PDF…</source>
        <translation>导出 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>Write the derivation as a PDF, without TeX</source>
        <translation>无需 TeX 将推导写成 PDF</translation>
    </message>
    <message>
        <source>Export P&amp;lot…</source>
        <translation>导出图形(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the plot as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>将图形写成 PNG、SVG 或 PDF，或将其数值写成 CSV</translation>
    </message>
    <message>
        <source>Export &amp;Descent…</source>
        <translation>导出下降过程(&amp;D)…</translation>
    </message>
    <message>
        <source>Write the descent as a GIF or MP4 animation, or its steps as CSV</source>
        <translation>将下降过程写成 GIF 或 MP4 动画，或将其各步写成 CSV</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>撤销上一次编辑</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo what was undone</source>
        <translation>重做已撤销的操作</translation>
    </message>
    <message>
        <source>&amp;Go to the Text</source>
        <translation>转到文本(&amp;G)</translation>
    </message>
    <message>
        <source>Put the cursor into the text</source>
        <translation>将光标放入文本</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>补全(&amp;C)</translation>
    </message>
    <message>
        <source>Show what can be typed at the cursor</source>
        <translation>显示光标处可以输入的内容</translation>
    </message>
    <message>
        <source>Go to the &amp;Operators</source>
        <translation>转到运算符(&amp;O)</translation>
    </message>
    <message>
        <source>Choose a template by the keyboard</source>
        <translation>用键盘选择模板</translation>
    </message>
    <message>
        <source>S&amp;ymbols</source>
        <translation>符号(&amp;Y)</translation>
    </message>
    <message>
        <source>Show what every name was taken for</source>
        <translation>显示每个名字被理解为什么</translation>
    </message>
    <message>
        <source>Copy the Answer as &amp;LaTeX</source>
        <translation>将答案复制为 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the answer as LaTeX source</source>
        <translation>将答案复制为 LaTeX 源码</translation>
    </message>
    <message>
        <source>Copy the Code as &amp;Python</source>
        <translation>复制 Python 代码(&amp;P)</translation>
    </message>
    <message>
        <source>Copy NumPy code for f and its derivative</source>
        <translation>复制 f 及其导数的 NumPy 代码</translation>
    </message>
    <message>
        <source>Copy the Plo&amp;t</source>
        <translation>复制图形(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the plot as an image</source>
        <translation>将图形复制为图像</translation>
    </message>
    <message>
        <source>Copy Lines as L&amp;aTeX</source>
        <translation>将各行复制为 LaTeX(&amp;A)</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as LaTeX</source>
        <translation>将推导中选定的行（或全部）复制为 LaTeX</translation>
    </message>
    <message>
        <source>Copy Lines a&amp;s Typst</source>
        <translation>将各行复制为 Typst(&amp;S)</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as Typst</source>
        <translation>将推导中选定的行（或全部）复制为 Typst</translation>
    </message>
    <message>
        <source>Copy Lines as Plain Te&amp;xt</source>
        <translation>将各行复制为纯文本(&amp;X)</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as plain text</source>
        <translation>将推导中选定的行（或全部）复制为纯文本</translation>
    </message>
    <message>
        <source>Copy Lines as P&amp;icture</source>
        <translation>将各行复制为图片(&amp;I)</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as a picture (SVG and PNG)</source>
        <translation>将推导中选定的行（或全部）复制为图片（SVG 和 PNG）</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>命令面板(&amp;C)…</translation>
    </message>
    <message>
        <source>Find a command by a few letters of its name</source>
        <translation>用名称中的几个字查找命令</translation>
    </message>
    <message>
        <source>A&amp;rrange to Derive</source>
        <translation>以推导为主(&amp;R)</translation>
    </message>
    <message>
        <source>Give most room to the derivation</source>
        <translation>把大部分空间留给推导</translation>
    </message>
    <message>
        <source>Arrange to E&amp;xplore</source>
        <translation>以探索为主(&amp;X)</translation>
    </message>
    <message>
        <source>Give most room to the picture</source>
        <translation>把大部分空间留给图形</translation>
    </message>
    <message>
        <source>Prese&amp;nt</source>
        <translation>演示(&amp;N)</translation>
    </message>
    <message>
        <source>Show the derivation line by line, large, on the full screen: Space goes on, Esc ends it</source>
        <translation>在全屏上逐行放大显示推导：空格继续，Esc 结束</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>&amp;Verification…</source>
        <translation>验证(&amp;V)…</translation>
    </message>
    <message>
        <source>How each step fared at random instances</source>
        <translation>每一步在随机实例上的结果</translation>
    </message>
    <message>
        <source>Guided &amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Show the parts of the window one after another</source>
        <translation>依次介绍窗口的各部分</translation>
    </message>
    <message>
        <source>&amp;Rules</source>
        <translation>规则(&amp;R)</translation>
    </message>
    <message>
        <source>Every rule that a derivation may name, with examples</source>
        <translation>推导中可能出现的每条规则及示例</translation>
    </message>
    <message>
        <source>How the &amp;Engine Works</source>
        <translation>引擎如何工作(&amp;E)</translation>
    </message>
    <message>
        <source>What the code says of itself, in the order in which a derivation is made</source>
        <translation>按推导产生的顺序，由代码自述</translation>
    </message>
    <message>
        <source>The &amp;Language</source>
        <translation>输入语言(&amp;L)</translation>
    </message>
    <message>
        <source>What can be typed</source>
        <translation>可以输入的内容</translation>
    </message>
    <message>
        <source>&amp;Operators</source>
        <translation>运算符(&amp;O)</translation>
    </message>
    <message>
        <source>Show the operators above the text, or hide them</source>
        <translation>显示或隐藏文本上方的运算符</translation>
    </message>
    <message>
        <source>Sha&amp;pes under the Factors</source>
        <translation>因子下方的形状(&amp;P)</translation>
    </message>
    <message>
        <source>Show rows×columns under every factor</source>
        <translation>在每个因子下方显示行×列</translation>
    </message>
    <message>
        <source>&amp;Every Rule</source>
        <translation>每条规则(&amp;E)</translation>
    </message>
    <message>
        <source>Show each rule as a line of its own, or the lecturer&apos;s steps</source>
        <translation>每条规则单独一行，或按讲课的步骤显示</translation>
    </message>
    <message>
        <source>Check &amp;My Answer</source>
        <translation>检查我的答案(&amp;M)</translation>
    </message>
    <message>
        <source>Type your own answer and have it judged</source>
        <translation>输入你自己的答案并让程序评判</translation>
    </message>
    <message>
        <source>Check My &amp;Next Line</source>
        <translation>检查我的下一行(&amp;N)</translation>
    </message>
    <message>
        <source>Type the next line of the derivation yourself and have it judged</source>
        <translation>自己输入推导的下一行并让程序评判</translation>
    </message>
    <message>
        <source>&amp;Practice…</source>
        <translation>练习(&amp;P)…</translation>
    </message>
    <message>
        <source>Problems to solve line by line, with hints</source>
        <translation>逐行求解、带提示的题目</translation>
    </message>
    <message>
        <source>Next P&amp;roblem</source>
        <translation>下一题(&amp;R)</translation>
    </message>
    <message>
        <source>Practise on the next unsolved problem</source>
        <translation>练习下一道未解的题</translation>
    </message>
    <message>
        <source>&amp;Stop Computing</source>
        <translation>停止计算(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the computation that is running</source>
        <translation>停止正在进行的计算</translation>
    </message>
    <message>
        <source>As the &amp;Desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>随桌面使用浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色配色</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色配色</translation>
    </message>
    <message>
        <source>By &amp;Differentials</source>
        <translation>用微分法(&amp;D)</translation>
    </message>
    <message>
        <source>Take the differential, move it inward rule by rule, and read the derivative off</source>
        <translation>取微分，逐条规则向内推进，然后读出导数</translation>
    </message>
    <message>
        <source>By De&amp;finition</source>
        <translation>按定义(&amp;F)</translation>
    </message>
    <message>
        <source>The part of f(x + u) - f(x) that is linear in u</source>
        <translation>f(x + u) - f(x) 中关于 u 线性的部分</translation>
    </message>
    <message>
        <source>&amp;About gradviz</source>
        <translation>关于 gradviz(&amp;A)</translation>
    </message>
    <message>
        <source>What this program is</source>
        <translation>这是什么程序</translation>
    </message>
    <message>
        <source>Insert {text}</source>
        <translation>插入 {text}</translation>
    </message>
    <message>
        <source>{command} (on)</source>
        <translation>{command}（已启用）</translation>
    </message>
    <message numerus="yes">
        <source>It agrees up to {error} with the derivation at {n} random instances{sizes}.</source>
        <translation>
            <numerusform>它与推导在 {n} 个随机实例{sizes}上一致，误差不超过 {error}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It agrees exactly with the derivation at {n} random instances{sizes}.</source>
        <translation>
            <numerusform>它与推导在 {n} 个随机实例{sizes}上完全一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Correct: {n} steps at once</source>
        <translation>
            <numerusform>正确：一次走了 {n} 步</numerusform>
        </translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>面板(&amp;A)</translation>
    </message>
    <message>
        <source>Reset the Arran&amp;gement</source>
        <translation>重置布局(&amp;G)</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>所有面板回到最初的位置</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>函数(&amp;F)</translation>
    </message>
    <message>
        <source>Show or hide the text</source>
        <translation>显示或隐藏文本</translation>
    </message>
    <message>
        <source>&amp;Derivation</source>
        <translation>推导(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide the steps</source>
        <translation>显示或隐藏步骤</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图像(&amp;P)</translation>
    </message>
    <message>
        <source>Show or hide the plot</source>
        <translation>显示或隐藏图</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>详情(&amp;E)</translation>
    </message>
    <message>
        <source>Show or hide descent, point, values and symbols</source>
        <translation>显示或隐藏下降、点、数值和符号</translation>
    </message>
    <message>
        <source>F&amp;loat or Dock This Panel</source>
        <translation>浮动或停靠此面板(&amp;L)</translation>
    </message>
    <message>
        <source>Have the panel with the keyboard float, or dock it again</source>
        <translation>使键盘焦点所在的面板浮动,或重新停靠</translation>
    </message>
    <message>
        <source>Loc&amp;k Panels</source>
        <translation>锁定面板(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the panels in place; unlocked, they are moved by their titles</source>
        <translation>面板保持原位;解锁后可拖动标题移动</translation>
    </message>
    <message>
        <source>By &amp;Components</source>
        <translation>按分量(&amp;C)</translation>
    </message>
    <message>
        <source>Write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums</source>
        <translation>写成元素与求和，对一个元素求导，再由克罗内克 δ 消去求和</translation>
    </message>
    <message>
        <source>By the C&amp;hain Rule</source>
        <translation>用链式法则(&amp;H)</translation>
    </message>
    <message>
        <source>Name the inner functions, differentiate each by its argument, and multiply from the last to the first</source>
        <translation>命名各内层函数，分别对其自变量求导，再由末至首相乘</translation>
    </message>
    <message>
        <source>{name} does not occur in the problem</source>
        <translation>问题中没有 {name}</translation>
    </message>
    <message>
        <source>there is no line yet</source>
        <translation>还没有输入行</translation>
    </message>
    <message>
        <source>type one, for example {example}</source>
        <translation>请输入，例如 {example}</translation>
    </message>
    <message>
        <source>too many differentials inside each other</source>
        <translation>微分嵌套过多</translation>
    </message>
    <message>
        <source>write the inner ones out</source>
        <translation>请把内层的写出来</translation>
    </message>
    <message>
        <source>there is no answer yet</source>
        <translation>还没有答案</translation>
    </message>
    <message>
        <source>The derivation goes another way, and no single rule leads from the line above to yours; it is equal.</source>
        <translation>推导走的是另一条路，没有单独一条规则能从上一行得到你的这一行；但两者相等。</translation>
    </message>
    <message>
        <source>Yours is the transpose of what the chosen layout has: the answer in numerator layout.</source>
        <translation>你的答案是所选布局结果的转置：即分子布局的答案。</translation>
    </message>
    <message>
        <source>Nothing says so; declare {name} symmetric if it is meant to be.</source>
        <translation>没有说明这一点；如果本意如此，请声明 {name} symmetric。</translation>
    </message>
    <message>
        <source>Your answer is {factor} times the right one.</source>
        <translation>你的答案是正确答案的 {factor} 倍。</translation>
    </message>
    <message>
        <source>The term {term} must be {factor} times as large.</source>
        <translation>项 {term} 应为现在的 {factor} 倍。</translation>
    </message>
    <message>
        <source>At random numbers its entry {row}, {column} is {given}, and should be {right}.</source>
        <translation>取随机数时，其第 {row}, {column} 个元素为 {given}，而应为 {right}。</translation>
    </message>
    <message>
        <source>Your answer is {given}, the derivative is {wanted}.</source>
        <translation>你的答案是 {given}，而导数是 {wanted}。</translation>
    </message>
    <message>
        <source>{corrected} would be right.</source>
        <translation>{corrected} 才是正确的。</translation>
    </message>
    <message>
        <source>It stands in the derivation already, at this line or above.</source>
        <translation>推导中已经有它了：就在这一行或更上面。</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>The gradient vanishes where this equation holds.</source>
        <translation>在此方程成立处梯度为零。</translation>
    </message>
    <message>
        <source>There the gradient does not vanish.</source>
        <translation>在那里梯度不为零。</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>your answer</source>
        <translation>你的答案</translation>
    </message>
    <message>
        <source>right answer (entry {row}, {column})</source>
        <translation>正确答案（第 {row}, {column} 个元素）</translation>
    </message>
    <message>
        <source>your answer (entry {row}, {column})</source>
        <translation>你的答案（第 {row}, {column} 个元素）</translation>
    </message>
    <message>
        <source>{rows}×{columns} random numbers</source>
        <translation>{rows}×{columns} 个随机数</translation>
    </message>
    <message>
        <source>Yours is the transpose of what the chosen layout has: the answer in denominator layout.</source>
        <translation>你的答案是所选布局结果的转置：即分母布局的答案。</translation>
    </message>
    <message>
        <source>Nothing says so; declare the matrix symmetric if it is meant to be.</source>
        <translation>没有说明这一点；如果本意如此，请声明该矩阵 symmetric。</translation>
    </message>
    <message>
        <source>Right only if {name} is symmetric</source>
        <translation>仅当 {name} 对称时正确</translation>
    </message>
    <message>
        <source>Your line is {factor} times the right line.</source>
        <translation>你的这一行是正确结果的 {factor} 倍。</translation>
    </message>
    <message>
        <source>The term {term} is missing; the rest is right.</source>
        <translation>缺少项 {term}；其余正确。</translation>
    </message>
    <message>
        <source>The term {term} has the wrong sign; the rest is right.</source>
        <translation>项 {term} 的符号错了；其余正确。</translation>
    </message>
    <message>
        <source>A coefficient is wrong</source>
        <translation>一个系数错了</translation>
    </message>
    <message>
        <source>At random numbers it differs from the derivation&apos;s lines.</source>
        <translation>取随机数时它与推导的各行不同。</translation>
    </message>
    <message>
        <source>At random numbers it differs from the derivation&apos;s answer.</source>
        <translation>取随机数时它与推导的答案不同。</translation>
    </message>
    <message>
        <source>At random numbers it is {given}, and should be {right}.</source>
        <translation>取随机数时它为 {given}，而应为 {right}。</translation>
    </message>
    <message>
        <source>Your line is {given}, the lines of the derivation are {wanted}.</source>
        <translation>你的这一行是 {given}，而推导的各行是 {wanted}。</translation>
    </message>
    <message>
        <source>a scalar</source>
        <translation>标量</translation>
    </message>
    <message>
        <source>As it stands it cannot be: {reason}.</source>
        <translation>照现在的写法不成立：{reason}。</translation>
    </message>
    <message>
        <source>A transpose is missing or too much</source>
        <translation>缺少或多了一个转置</translation>
    </message>
    <message>
        <source>The entries are right, but yours is {given} and the layout chosen has {wanted}.</source>
        <translation>各元素都对，但你的是 {given}，而所选布局是 {wanted}。</translation>
    </message>
    <message>
        <source>Your answer has no value where the function has one.</source>
        <translation>在函数有值处，你的答案没有值。</translation>
    </message>
    <message>
        <source>There is no answer here that yours could be compared with.</source>
        <translation>这里没有可与你的答案比较的答案。</translation>
    </message>
    <message>
        <source>Correct, transposed</source>
        <translation>正确，只是转置了</translation>
    </message>
    <message>
        <source>Yours is the transpose of the derivation&apos;s line.</source>
        <translation>你的这一行是推导中那一行的转置。</translation>
    </message>
    <message>
        <source>Correct, but not further</source>
        <translation>正确，但没有前进</translation>
    </message>
    <message>
        <source>Correct: {rule}</source>
        <translation>正确：{rule}</translation>
    </message>
    <message>
        <source>Correct: there the gradient vanishes</source>
        <translation>正确：在那里梯度为零</translation>
    </message>
    <message>
        <source>It does not say that the gradient vanishes.</source>
        <translation>它并不表示梯度为零。</translation>
    </message>
    <message>
        <source>Right only if the matrix is symmetric</source>
        <translation>仅当该矩阵对称时正确</translation>
    </message>
    <message>
        <source>A term is missing</source>
        <translation>缺少一项</translation>
    </message>
    <message>
        <source>A term too much</source>
        <translation>多了一项</translation>
    </message>
    <message>
        <source>Without the term {term} it would be right.</source>
        <translation>去掉项 {term} 就正确了。</translation>
    </message>
    <message>
        <source>A sign is wrong</source>
        <translation>有一处符号错了</translation>
    </message>
    <message>
        <source>Copy the Code as PyTorc&amp;h</source>
        <translation>复制 PyTorch 代码(&amp;H)</translation>
    </message>
    <message>
        <source>Copy PyTorch code for f and its derivative</source>
        <translation>复制 f 及其导数的 PyTorch 代码</translation>
    </message>
    <message>
        <source>Copy the Code as &amp;JAX</source>
        <translation>复制 JAX 代码(&amp;J)</translation>
    </message>
    <message>
        <source>Copy JAX code for f and its derivative</source>
        <translation>复制 f 及其导数的 JAX 代码</translation>
    </message>
    <message>
        <source>Copy Lines as &amp;MathML</source>
        <translation>将各行复制为 MathML(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the selected lines of the derivation, or all of them, as MathML, for word processors and web pages</source>
        <translation>将推导中选定的行（或全部）复制为 MathML，用于文字处理软件和网页</translation>
    </message>
    <message>
        <source>write the answer with vectors and matrices</source>
        <translation>请用向量和矩阵写出答案</translation>
    </message>
    <message>
        <source>this answer by an entry is not understood</source>
        <translation>无法理解这个按元素给出的答案</translation>
    </message>
    <message>
        <source>an entry of this is no entry of the derivative, which is {shape}</source>
        <translation>这不是导数的元素：导数是 {shape}</translation>
    </message>
    <message>
        <source>look at what each index runs over</source>
        <translation>请检查每个指标的取值范围</translation>
    </message>
    <message>
        <source>use {names}; dx is the differential of x, d(...) that of what is in the brackets</source>
        <translation>可用 {names}；dx 是 x 的微分，d(...) 是括号内表达式的微分</translation>
    </message>
    <message>
        <source>use one of {names}</source>
        <translation>可用的名称是 {names}</translation>
    </message>
    <message>
        <source>the derivative of {name} has no sign of its own</source>
        <translation>{name} 的导数没有专门的记号</translation>
    </message>
    <message>
        <source>write it out, for example sigma(t) (1 - sigma(t))</source>
        <translation>请把它写出来，例如 sigma(t) (1 - sigma(t))</translation>
    </message>
    <message>
        <source>Yours is an entry of {matrix}.</source>
        <translation>您的答案是 {matrix} 的一个元素。</translation>
    </message>
    <message>
        <source>The factor {factor} is missing.</source>
        <translation>缺少因子 {factor}。</translation>
    </message>
    <message>
        <source>The term {term} must be multiplied by {factor}.</source>
        <translation>项 {term} 还须乘以 {factor}。</translation>
    </message>
    <message>
        <source>A name is wrong</source>
        <translation>一个名称错了</translation>
    </message>
    <message>
        <source>The factors stand in the wrong order</source>
        <translation>因子的顺序错了</translation>
    </message>
    <message>
        <source>A factor is missing</source>
        <translation>缺少一个因子</translation>
    </message>
    <message>
        <source>A factor too much</source>
        <translation>多了一个因子</translation>
    </message>
    <message>
        <source>The diagonal is right</source>
        <translation>对角线是对的</translation>
    </message>
    <message>
        <source>Go through the factors and compare their shapes.</source>
        <translation>请逐个因子比较它们的形状。</translation>
    </message>
    <message>
        <source>It is inside: in a bracket, or in what a function is of.</source>
        <translation>它在里面：在括号中，或在函数的自变量中。</translation>
    </message>
    <message>
        <source>One letter stands where another one should.</source>
        <translation>有一个字母写成了另一个。</translation>
    </message>
    <message>
        <source>All the factors are there.</source>
        <translation>所有因子都在。</translation>
    </message>
    <message>
        <source>A vector or a matrix, such as the inner derivative of the chain rule.</source>
        <translation>是一个向量或矩阵，例如链式法则中的内层导数。</translation>
    </message>
    <message>
        <source>It has been differentiated already.</source>
        <translation>对它已经求过导了。</translation>
    </message>
    <message>
        <source>The derivative is a diagonal matrix.</source>
        <translation>导数是对角矩阵。</translation>
    </message>
    <message>
        <source>The derivative is a diagonal matrix: {corrected} would be right.</source>
        <translation>导数是对角矩阵：{corrected} 才是正确的。</translation>
    </message>
    <message>
        <source>Rounding errors decide at all the random numbers that were tried.</source>
        <translation>在所有试过的随机数上，起决定作用的都是舍入误差。</translation>
    </message>
    <message>
        <source>The rest is right.</source>
        <translation>其余都对。</translation>
    </message>
    <message>
        <source>Correct, in another layout</source>
        <translation>正确，布局不同</translation>
    </message>
    <message>
        <source>Correct, in another arrangement</source>
        <translation>正确，排列不同</translation>
    </message>
    <message>
        <source>Right by another convention</source>
        <translation>按另一种约定是正确的</translation>
    </message>
    <message>
        <source>The variable has a structure, such as symmetry, that your answer uses otherwise or not at all. With independent entries, or with one entry for each pair, it would be right.</source>
        <translation>该变量具有某种结构（如对称性），你的答案以不同方式使用或没有使用它。若各元素独立，或每对元素只算一个，它就是正确的。</translation>
    </message>
    <message>
        <source>By another variable</source>
        <translation>对另一个变量</translation>
    </message>
    <message>
        <source>That is the derivative by {variable}.</source>
        <translation>这是对 {variable} 的导数。</translation>
    </message>
    <message>
        <source>The sign is wrong</source>
        <translation>符号错了</translation>
    </message>
    <message>
        <source>Everything else is right.</source>
        <translation>其余都正确。</translation>
    </message>
    <message>
        <source>A factor is wrong</source>
        <translation>一个因子错了</translation>
    </message>
    <message>
        <source>The shape is wrong</source>
        <translation>形状错了</translation>
    </message>
    <message>
        <source>Your line has no value where the function has one.</source>
        <translation>在函数有值处，你的这一行没有值。</translation>
    </message>
    <message>
        <source>Not defined</source>
        <translation>没有定义</translation>
    </message>
    <message>
        <source>Not correct</source>
        <translation>不正确</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>The sizes were {sizes}.</source>
        <translation>所用的大小为 {sizes}。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Plain Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>NumPy Code</source>
        <translation>NumPy 代码</translation>
    </message>
    <message>
        <source>PyTorch Code</source>
        <translation>PyTorch 代码</translation>
    </message>
    <message>
        <source>JAX Code</source>
        <translation>JAX 代码</translation>
    </message>
    <message>
        <source>Copy the Whole Derivation as</source>
        <translation>将整个推导复制为</translation>
    </message>
    <message>
        <source>What is differentiated.</source>
        <translation>要求导的函数。</translation>
    </message>
    <message>
        <source>A name, and what it stands for.</source>
        <translation>一个名字及其所代表的内容。</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Click a part of the formula, or press Alt and an arrow key, for its shape and its value.</source>
        <translation>单击公式的一部分，或按 Alt 加方向键，即可查看它的形状和值。</translation>
    </message>
    <message>
        <source>{part} is {shape}; at the point it is {value}.</source>
        <translation>{part}：{shape}；在该点处为 {value}。</translation>
    </message>
    <message>
        <source>{part} is {shape}.</source>
        <translation>{part}：{shape}。</translation>
    </message>
    <message>
        <source>a table for each method</source>
        <translation>每种方法一个表</translation>
    </message>
    <message>
        <source>a list of methods</source>
        <translation>方法列表</translation>
    </message>
    <message>
        <source>a whole number from 2 to {most}</source>
        <translation>2 到 {most} 的整数</translation>
    </message>
    <message>
        <source>tables of numbers and words</source>
        <translation>由数和词组成的表</translation>
    </message>
    <message>
        <source>In formulas d(U) is the differential of U, &apos; the transpose, .* the entrywise product, &lt;U, V&gt; the inner product; =&gt; leads from one statement to the next.</source>
        <translation>公式中 d(U) 是 U 的微分，&apos; 是转置，.* 是逐元素乘积，&lt;U, V&gt; 是内积；=&gt; 由一个命题推出下一个。</translation>
    </message>
    <message>
        <source>second order</source>
        <translation>二阶</translation>
    </message>
    <message>
        <source>by definition</source>
        <translation>按定义</translation>
    </message>
    <message>
        <source>by components</source>
        <translation>按分量</translation>
    </message>
    <message>
        <source>by the chain rule</source>
        <translation>用链式法则</translation>
    </message>
    <message>
        <source>with independent entries</source>
        <translation>各元素独立</translation>
    </message>
    <message>
        <source>numerator layout</source>
        <translation>分子布局</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;gradviz&lt;/b&gt;&lt;/p&gt;&lt;p&gt;Matrix calculus step by step: derivations with every rule named and every step checked with numbers, pictures of functions, and gradient descent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;gradviz&lt;/b&gt;&lt;/p&gt;&lt;p&gt;一步一步的矩阵微积分：推导中标明每条规则，每一步都用数值检验；还有函数图形与梯度下降。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>a list of numbers</source>
        <translation>一列数</translation>
    </message>
    <message>
        <source>two names</source>
        <translation>两个名称</translation>
    </message>
    <message>
        <source>two lists of numbers, or none</source>
        <translation>两列数，或没有</translation>
    </message>
    <message>
        <source>lists of one length, that of the anchor</source>
        <translation>长度与锚点相同的列表</translation>
    </message>
    <message>
        <source>a list of finite numbers</source>
        <translation>一列有限数</translation>
    </message>
    <message>
        <source>Along the contour the function does not change to first order.</source>
        <translation>沿等高线方向，函数的一阶变化为零。</translation>
    </message>
    <message>
        <source>Against the gradient the decrease is largest: the direction of descent.</source>
        <translation>沿负梯度方向减小最快：这就是下降方向。</translation>
    </message>
    <message>
        <source>{remainder} on a circle of radius {radius} shrinks like {measured} (measured; expected {expected}).</source>
        <translation>{remainder} 在半径为 {radius} 的圆上按 {measured} 减小（测得；预期 {expected}）。</translation>
    </message>
    <message>
        <source>In all {n} coordinates: {kind}, eigenvalues {values}.</source>
        <translation>在全部 {n} 个坐标上：{kind}，特征值 {values}。</translation>
    </message>
    <message>
        <source>Hessian with rows {rows}. Eigenvalues {values}.</source>
        <translation>黑塞矩阵，各行为 {rows}。特征值 {values}。</translation>
    </message>
    <message>
        <source>condition {number}</source>
        <translation>条件数 {number}</translation>
    </message>
    <message>
        <source>signature {numbers}</source>
        <translation>惯性指数 {numbers}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{kind}.&lt;/b&gt; {meaning}</source>
        <translation>&lt;b&gt;{kind}。&lt;/b&gt;{meaning}</translation>
    </message>
    <message>
        <source>The function is its own Taylor polynomial of order {order}: the remainder is zero.</source>
        <translation>函数就是它自己的 {order} 阶泰勒多项式：余项为零。</translation>
    </message>
    <message>
        <source>The map flattens the plane to a line here.</source>
        <translation>映射在此处把平面压成一条直线。</translation>
    </message>
    <message>
        <source>The map keeps the orientation here.</source>
        <translation>映射在此处保持定向。</translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <translation>
            <numerusform>{n} 步</numerusform>
        </translation>
    </message>
    <message>
        <source>the entries of a matrix function such as expm have no form that one writes down</source>
        <translation>expm 等矩阵函数的元素没有可写出的形式</translation>
    </message>
    <message>
        <source>a matrix function</source>
        <translation>矩阵函数</translation>
    </message>
    <message>
        <source>the differential of a matrix function is an integral, but for {function}(t C) with a constant matrix C and for tr({function}(U))</source>
        <translation>矩阵函数的微分是一个积分，除非是常数矩阵 C 的 {function}(t C) 或 tr({function}(U))</translation>
    </message>
    <message>
        <source>Clos&amp;e Window</source>
        <translation>关闭窗口(&amp;E)</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>关闭此窗口</translation>
    </message>
    <message>
        <source>Close all windows</source>
        <translation>关闭所有窗口</translation>
    </message>
    <message>
        <source>{name} has one index, and {matrix} is a matrix</source>
        <translation>{name} 只有一个下标，而 {matrix} 是矩阵</translation>
    </message>
    <message>
        <source>write its entries {matrix}_ij, or the answer with the whole of {matrix}</source>
        <translation>请写出它的元素 {matrix}_ij，或用整个 {matrix} 写答案</translation>
    </message>
    <message>
        <source>With {corrected} the shapes fit, but that is not all:</source>
        <translation>换成 {corrected} 形状就吻合了，但还有问题：</translation>
    </message>
    <message>
        <source>An inverse is missing or too much</source>
        <translation>缺少一个逆，或多了一个逆</translation>
    </message>
    <message>
        <source>Look at which matrices are inverted.</source>
        <translation>请检查哪些矩阵取了逆。</translation>
    </message>
    <message>
        <source>A term is wrong</source>
        <translation>有一项不对</translation>
    </message>
    <message>
        <source>The term {term} is wrong; the rest is right.</source>
        <translation>{term} 这一项不对，其余都对。</translation>
    </message>
    <message>
        <source>The file is damaged, or no gradviz document: it makes no sense in line {line}, column {column}.</source>
        <translation>文件已损坏，或不是 gradviz 文档：第 {line} 行第 {column} 列无法读取。</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Change the Options</source>
        <translation>更改选项</translation>
    </message>
    <message>
        <source>Level of Detail</source>
        <translation>详细程度</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Show Shapes</source>
        <translation>显示形状</translation>
    </message>
    <message>
        <source>Hide Shapes</source>
        <translation>隐藏形状</translation>
    </message>
    <message>
        <source>Move the Point</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>Start a Descent</source>
        <translation>开始下降</translation>
    </message>
    <message>
        <source>Drag the Start</source>
        <translation>拖动起点</translation>
    </message>
    <message>
        <source>Change the Step Size</source>
        <translation>更改步长</translation>
    </message>
    <message>
        <source>Change the Method</source>
        <translation>更改方法</translation>
    </message>
    <message>
        <source>Change the Number of Steps</source>
        <translation>更改步数</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Change the Layers</source>
        <translation>更改图层</translation>
    </message>
    <message>
        <source>Choose the Plane</source>
        <translation>选择平面</translation>
    </message>
    <message>
        <source>Look along the Descent</source>
        <translation>沿下降方向观看</translation>
    </message>
    <message>
        <source>Change a Value</source>
        <translation>更改值</translation>
    </message>
    <message>
        <source>Suggest a Step Size</source>
        <translation>建议步长</translation>
    </message>
    <message>
        <source>Change a Coordinate</source>
        <translation>更改坐标</translation>
    </message>
    <message>
        <source>Reset the Descent</source>
        <translation>重置下降</translation>
    </message>
    <message>
        <source>The map reverses the orientation here.</source>
        <translation>映射在此处反转定向。</translation>
    </message>
    <message>
        <source>Two coordinates</source>
        <translation>两个坐标</translation>
    </message>
    <message>
        <source>Random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>Gradient and its normal</source>
        <translation>梯度及其法向</translation>
    </message>
    <message>
        <source>Extreme Hessian eigenvectors</source>
        <translation>黑塞矩阵的极端特征向量</translation>
    </message>
    <message>
        <source>Three points</source>
        <translation>三个点</translation>
    </message>
    <message>
        <source>The Hessian of {n} coordinates is too large for this.</source>
        <translation>{n} 个坐标的黑塞矩阵对此来说太大。</translation>
    </message>
    <message>
        <source>There is no gradient.</source>
        <translation>没有梯度。</translation>
    </message>
    <message>
        <source>The function is undefined everywhere in this view: its values, or another view, may help.</source>
        <translation>函数在此视图中处处没有定义：换一些值或换个视图也许有用。</translation>
    </message>
    <message>
        <source>Click: start a descent there · drag the point · wheel: zoom</source>
        <translation>单击：从该处开始下降 · 拖动点 · 滚轮：缩放</translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>regions of definiteness</source>
        <translation>正定性区域</translation>
    </message>
    <message>
        <source>error of the Taylor model</source>
        <translation>泰勒模型的误差</translation>
    </message>
    <message>
        <source>contours</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>evenly spaced contours</source>
        <translation>等间距等高线</translation>
    </message>
    <message>
        <source>logarithmic contours</source>
        <translation>对数等高线</translation>
    </message>
    <message>
        <source>gradient field</source>
        <translation>梯度场</translation>
    </message>
    <message>
        <source>streamlines of the gradient</source>
        <translation>梯度流线</translation>
    </message>
    <message>
        <source>stationary points</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Hessian at the point</source>
        <translation>该点处的黑塞矩阵</translation>
    </message>
    <message>
        <source>contours of the tangent plane</source>
        <translation>切平面的等高线</translation>
    </message>
    <message>
        <source>contours of the second-order Taylor model</source>
        <translation>二阶泰勒模型的等高线</translation>
    </message>
    <message>
        <source>cursor: {values}</source>
        <translation>光标：{values}</translation>
    </message>
    <message>
        <source>Not drawn, held at: {values}</source>
        <translation>未画出，固定为：{values}</translation>
    </message>
    <message>
        <source>{layers} of {function} over the plane of {x} and {y}.</source>
        <translation>{layers}：{function} 在 {x} 与 {y} 平面上。</translation>
    </message>
    <message>
        <source>At the point: {values}.</source>
        <translation>在该点：{values}。</translation>
    </message>
    <message>
        <source>A plane through {values}</source>
        <translation>过 {values} 的平面</translation>
    </message>
    <message>
        <source>nothing but the axes</source>
        <translation>只有坐标轴</translation>
    </message>
    <message>
        <source>{function} is not defined here</source>
        <translation>{function} 在此处没有定义</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawings</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>极小值</translation>
    </message>
    <message>
        <source>maximum</source>
        <translation>极大值</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>degenerate</source>
        <translation>退化</translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation>坡肩</translation>
    </message>
    <message>
        <source>inflection</source>
        <translation>拐点</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未判定</translation>
    </message>
    <message>
        <source>There is no Taylor model: the function is not defined at the point.</source>
        <translation>没有泰勒模型：函数在该点没有定义。</translation>
    </message>
    <message>
        <source>There is no stationary point in view. Zoom out, or move the view, to look elsewhere.</source>
        <translation>视图中没有驻点。缩小或移动视图，到别处寻找。</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Colour the plane by the value of the function</source>
        <translation>按函数值给平面着色</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>Lines of equal value, with their values</source>
        <translation>等值线，并标出其值</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>场</translation>
    </message>
    <message>
        <source>The gradient: uphill, across the contours</source>
        <translation>梯度：指向上坡，垂直于等高线</translation>
    </message>
    <message>
        <source>Stationary</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Mark the points where the gradient vanishes, by their kind</source>
        <translation>按类型标出梯度为零的点</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>黑塞矩阵</translation>
    </message>
    <message>
        <source>At the point: eigenvectors scaled by the curvature, and the conic of the quadratic form</source>
        <translation>在该点：按曲率缩放的特征向量，以及二次型的圆锥曲线</translation>
    </message>
    <message>
        <source>Taylor</source>
        <translation>泰勒</translation>
    </message>
    <message>
        <source>Contours of the Taylor model at the point, at the levels of the function&apos;s own</source>
        <translation>该点处泰勒模型的等高线，取函数自身的等级</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Colour the plane by |f − T₂|, the error of the model</source>
        <translation>按模型误差 |f − T₂| 给平面着色</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Colour the plane by the definiteness of the Hessian</source>
        <translation>按黑塞矩阵的正定性给平面着色</translation>
    </message>
    <message>
        <source>Levels that suit the function</source>
        <translation>适合该函数的等级</translation>
    </message>
    <message>
        <source>Evenly spaced levels</source>
        <translation>等间距等级</translation>
    </message>
    <message>
        <source>Logarithmic levels</source>
        <translation>对数等级</translation>
    </message>
    <message>
        <source>Arrows as long as the gradient is large</source>
        <translation>箭头长短随梯度大小</translation>
    </message>
    <message>
        <source>Arrows of one length</source>
        <translation>等长箭头</translation>
    </message>
    <message>
        <source>Streamlines</source>
        <translation>流线</translation>
    </message>
    <message>
        <source>First order: the tangent plane</source>
        <translation>一阶：切平面</translation>
    </message>
    <message>
        <source>Second order: the quadric</source>
        <translation>二阶：二次曲面</translation>
    </message>
    <message>
        <source>The sizes are now {sizes}.</source>
        <translation>尺寸现在为 {sizes}。</translation>
    </message>
    <message>
        <source>Its size is declared in the text; change it there.</source>
        <translation>其尺寸在文本中声明；请在那里更改。</translation>
    </message>
    <message>
        <source>It must be square: both its sizes are {size}.</source>
        <translation>它必须是方阵：两个尺寸都是 {size}。</translation>
    </message>
    <message>
        <source>A number is missing.</source>
        <translation>缺少一个数。</translation>
    </message>
    <message>
        <source>“{text}” is not a finite number.</source>
        <translation>“{text}”不是有限数。</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>正</translation>
    </message>
    <message>
        <source>diagonal</source>
        <translation>对角</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>positive definite</source>
        <translation>正定</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>The number divides by zero.</source>
        <translation>除数为零。</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数。</translation>
    </message>
    <message>
        <source>{name} was declared {property}, and this value is not.</source>
        <translation>{name} 声明为{property}，而此值不是。</translation>
    </message>
    <message>
        <source>positive semidefinite</source>
        <translation>半正定</translation>
    </message>
    <message>
        <source>invertible</source>
        <translation>可逆</translation>
    </message>
    <message>
        <source>of full rank</source>
        <translation>满秩</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Size of formulas</source>
        <translation>公式大小</translation>
    </message>
    <message>
        <source>How large the derivation is typeset</source>
        <translation>推导排版的大小</translation>
    </message>
    <message>
        <source>When the program starts</source>
        <translation>程序启动时</translation>
    </message>
    <message>
        <source>What there is when no document is opened</source>
        <translation>没有打开文档时显示的内容</translation>
    </message>
    <message>
        <source>Layout of new documents</source>
        <translation>新文档的布局</translation>
    </message>
    <message>
        <source>Mixed: a gradient has the shape of its variable, a Jacobian a row for each entry of the function</source>
        <translation>混合布局：梯度与变量形状相同，雅可比矩阵每行对应函数的一个元素</translation>
    </message>
    <message>
        <source>Steps of new documents</source>
        <translation>新文档的步骤</translation>
    </message>
    <message>
        <source>How fine the steps are</source>
        <translation>步骤的详细程度</translation>
    </message>
    <message>
        <source>Shapes in new documents</source>
        <translation>新文档中的形状</translation>
    </message>
    <message>
        <source>Whether rows×columns stand under the factors</source>
        <translation>是否在因子下方显示行×列</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>特大</translation>
    </message>
    <message>
        <source>Show an example</source>
        <translation>显示示例</translation>
    </message>
    <message>
        <source>Show the gallery</source>
        <translation>显示图库</translation>
    </message>
    <message>
        <source>Show an empty document</source>
        <translation>显示空文档</translation>
    </message>
    <message>
        <source>As a lecturer writes them</source>
        <translation>如讲课所写</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>每条法则</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Under the factors</source>
        <translation>在因子下方</translation>
    </message>
    <message>
        <source>What you type appears here as mathematics.</source>
        <translation>您输入的内容会在这里显示为公式。</translation>
    </message>
    <message>
        <source>as last understood</source>
        <translation>上次理解的内容</translation>
    </message>
    <message>
        <source>This function cannot be drawn: {reason}.</source>
        <translation>此函数无法画出：{reason}。</translation>
    </message>
    <message>
        <source>This function cannot be drawn: its symbols hold {count} numbers, and pictures take up to {limit}.</source>
        <translation>无法绘制此函数：其符号共有 {count} 个数，而图形最多容纳 {limit} 个。</translation>
    </message>
    <message>
        <source>This function cannot be drawn: {reason}</source>
        <translation>此函数无法画出：{reason}</translation>
    </message>
    <message>
        <source>The function&apos;s value is {shape}; the plane shows functions with one number as value, and maps of the plane, with two.</source>
        <translation>函数值为 {shape}；平面只显示取值为一个数的函数，以及取值为两个数的平面映射。</translation>
    </message>
    <message>
        <source>There is no variable to draw over.</source>
        <translation>没有可供作图的变量。</translation>
    </message>
    <message>
        <source>it is switched off by {variable}</source>
        <translation>已由 {variable} 关闭</translation>
    </message>
    <message>
        <source>there is no display, the platform is “{platform}”</source>
        <translation>没有显示器，平台为“{platform}”</translation>
    </message>
    <message>
        <source>the graphics driver offers none</source>
        <translation>显卡驱动未提供</translation>
    </message>
    <message>
        <source>the graphics driver offers version {version}, and {needed} is needed</source>
        <translation>显卡驱动提供的版本为 {version}，而需要 {needed}</translation>
    </message>
    <message>
        <source>A customary name of a function, unknown and written before a bracket.</source>
        <translation>未知函数的惯用名，写在括号之前。</translation>
    </message>
    <message numerus="yes">
        <source>The start has {n} numbers;</source>
        <translation>
            <numerusform>起点有 {n} 个数；</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the function has {n} coordinates.</source>
        <translation>
            <numerusform>函数有 {n} 个坐标。</numerusform>
        </translation>
    </message>
    <message>
        <source>an eigenvalue has no form by entries that one writes down</source>
        <translation>特征值没有用元素写出的形式</translation>
    </message>
    <message>
        <source>an eigenvector has no form by entries that one writes down</source>
        <translation>特征向量没有用元素写出的形式</translation>
    </message>
    <message>
        <source>an eigenvalue</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>an eigenvector</source>
        <translation>特征向量</translation>
    </message>
    <message>
        <source>vector</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>row vector</source>
        <translation>行向量</translation>
    </message>
    <message>
        <source>square matrix</source>
        <translation>方阵</translation>
    </message>
    <message>
        <source>The text declares it.</source>
        <translation>文本中已声明。</translation>
    </message>
    <message>
        <source>{rows}×{columns} numbers</source>
        <translation>{rows}×{columns} 个数</translation>
    </message>
    <message>
        <source>Click a cell to change it; the change is written into the text. F2 edits, Delete goes back to inferred.</source>
        <translation>单击单元格即可更改；更改会写入文本。F2 编辑，Delete 恢复推断。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Click to choose another kind</source>
        <translation>单击选择其他种类</translation>
    </message>
    <message>
        <source>Double-click to type another shape, such as n×m</source>
        <translation>双击输入其他形状，例如 n×m</translation>
    </message>
    <message>
        <source>An unspecified function</source>
        <translation>没有公式的函数</translation>
    </message>
    <message>
        <source>Double-click to type another signature, such as R^n → R</source>
        <translation>双击输入其他定义域和值域，例如 R^n → R</translation>
    </message>
    <message>
        <source>What its formula gives</source>
        <translation>由它的公式给出</translation>
    </message>
    <message>
        <source>GIF animations</source>
        <translation>GIF 动画</translation>
    </message>
    <message>
        <source>MP4 videos</source>
        <translation>MP4 视频</translation>
    </message>
    <message>
        <source>gradviz documents</source>
        <translation>gradviz 文档</translation>
    </message>
    <message>
        <source>Declare {name}</source>
        <translation>声明 {name}</translation>
    </message>
    <message>
        <source>Take back {name}</source>
        <translation>撤回 {name}</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>更改 {name}</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>重命名 {name}</translation>
    </message>
    <message>
        <source>A line with d(...) of a whole expression has no code; choose one in which it has been worked out.</source>
        <translation>含有整个表达式的 d(...) 的行没有代码；请选择已将其展开的一行。</translation>
    </message>
    <message>
        <source>{name} takes a condition and two values: {name}(x &gt; 0, a, b)</source>
        <translation>{name} 需要一个条件和两个值：{name}(x &gt; 0, a, b)</translation>
    </message>
    <message>
        <source>dot(x, A, y) is x&apos; A y, but here `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>dot(x, A, y) 就是 x&apos; A y，但这里 `{part0}` 是 {size0}，`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>the second argument of {name} is 1, for each column, or 2, for each row</source>
        <translation>{name} 的第二个参数是 1（按列）或 2（按行）</translation>
    </message>
    <message>
        <source>write where(x &gt; 0, a, b)</source>
        <translation>请写成 where(x &gt; 0, a, b)</translation>
    </message>
    <message>
        <source>a product over an index is of numbers, but this is {shape0}</source>
        <translation>按指标的连乘积的因子应是数，而这里是 {shape0}</translation>
    </message>
    <message>
        <source>the slope of leaky_relu is a scalar, but this is {shape0}</source>
        <translation>leaky_relu 的斜率是标量，而这里是{shape0}</translation>
    </message>
    <message>
        <source>size(X, 1) is the number of rows, size(X, 2) that of columns</source>
        <translation>size(X, 1) 是行数，size(X, 2) 是列数</translation>
    </message>
    <message>
        <source>the condition of where is one comparison by &lt; or &gt;</source>
        <translation>where 的条件是一个用 &lt; 或 &gt; 的比较</translation>
    </message>
    <message>
        <source>A&apos; = A</source>
        <translation>A&apos; = A</translation>
    </message>
    <message>
        <source>zero off the diagonal</source>
        <translation>对角线以外为零</translation>
    </message>
    <message>
        <source>A&apos; A = I</source>
        <translation>A&apos; A = I</translation>
    </message>
    <message>
        <source>A⁻¹ exists</source>
        <translation>A⁻¹ 存在</translation>
    </message>
    <message>
        <source>symmetric, x&apos; A x &gt; 0</source>
        <translation>对称，x&apos; A x &gt; 0</translation>
    </message>
    <message>
        <source>symmetric, x&apos; A x ≥ 0</source>
        <translation>对称，x&apos; A x ≥ 0</translation>
    </message>
    <message>
        <source>independent columns</source>
        <translation>列线性无关</translation>
    </message>
    <message>
        <source>every entry &gt; 0</source>
        <translation>每个元素 &gt; 0</translation>
    </message>
    <message>
        <source>sum of the diagonal</source>
        <translation>对角元素之和</translation>
    </message>
    <message>
        <source>determinant</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>log |det A|</source>
        <translation>log |det A|</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>逆</translation>
    </message>
    <message>
        <source>the same as A&apos;</source>
        <translation>与 A&apos; 相同</translation>
    </message>
    <message>
        <source>2-norm; Frobenius norm of a matrix; norm(x, 1)</source>
        <translation>2-范数；矩阵的弗罗贝尼乌斯范数；norm(x, 1)</translation>
    </message>
    <message>
        <source>sum of all entries</source>
        <translation>所有元素之和</translation>
    </message>
    <message>
        <source>log of the sum of exp of the entries</source>
        <translation>各元素指数之和的对数</translation>
    </message>
    <message>
        <source>exp of the entries over their sum</source>
        <translation>各元素的指数除以它们的和</translation>
    </message>
    <message>
        <source>diagonal matrix; the diagonal of a matrix</source>
        <translation>对角矩阵；矩阵的对角线</translation>
    </message>
    <message>
        <source>columns stacked into one</source>
        <translation>各列堆叠成一列</translation>
    </message>
    <message>
        <source>the matrix whose columns x stacks</source>
        <translation>由 x 堆叠的各列组成的矩阵</translation>
    </message>
    <message>
        <source>inner product</source>
        <translation>内积</translation>
    </message>
    <message>
        <source>Kronecker product</source>
        <translation>克罗内克积</translation>
    </message>
    <message>
        <source>vector of ones</source>
        <translation>全 1 向量</translation>
    </message>
    <message>
        <source>vector of zeros</source>
        <translation>零向量</translation>
    </message>
    <message>
        <source>identity matrix</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>matrix exponential</source>
        <translation>矩阵指数</translation>
    </message>
    <message>
        <source>matrix sine</source>
        <translation>矩阵正弦</translation>
    </message>
    <message>
        <source>matrix cosine</source>
        <translation>矩阵余弦</translation>
    </message>
    <message>
        <source>eigenvalues</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>positive part; the largest entry</source>
        <translation>正部；最大元素</translation>
    </message>
    <message>
        <source>the smallest entry</source>
        <translation>最小元素</translation>
    </message>
    <message>
        <source>exponential function</source>
        <translation>指数函数</translation>
    </message>
    <message>
        <source>natural logarithm</source>
        <translation>自然对数</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>logistic function 1/(1 + e^-x)</source>
        <translation>逻辑函数 1/(1 + e^-x)</translation>
    </message>
    <message>
        <source>log(1 + e^x)</source>
        <translation>log(1 + e^x)</translation>
    </message>
    <message>
        <source>positive part</source>
        <translation>正部</translation>
    </message>
    <message>
        <source>1 where x &gt; 0, else 0</source>
        <translation>x &gt; 0 时为 1，否则为 0</translation>
    </message>
    <message>
        <source>absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>tangent</source>
        <translation>正切</translation>
    </message>
    <message>
        <source>hyperbolic sine</source>
        <translation>双曲正弦</translation>
    </message>
    <message>
        <source>hyperbolic cosine</source>
        <translation>双曲余弦</translation>
    </message>
    <message>
        <source>hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>inverse sine</source>
        <translation>反正弦</translation>
    </message>
    <message>
        <source>inverse cosine</source>
        <translation>反余弦</translation>
    </message>
    <message>
        <source>inverse tangent</source>
        <translation>反正切</translation>
    </message>
    <message>
        <source>inverse hyperbolic sine</source>
        <translation>反双曲正弦</translation>
    </message>
    <message>
        <source>inverse hyperbolic tangent</source>
        <translation>反双曲正切</translation>
    </message>
    <message>
        <source>logarithm to base 2</source>
        <translation>以 2 为底的对数</translation>
    </message>
    <message>
        <source>logarithm to base 10</source>
        <translation>常用对数</translation>
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
        <translation>每个元素的平方</translation>
    </message>
    <message>
        <source>error function</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>1 - erf(x)</source>
        <translation>1 - erf(x)</translation>
    </message>
    <message>
        <source>distribution function of the standard normal distribution</source>
        <translation>标准正态分布函数</translation>
    </message>
    <message>
        <source>density of the standard normal distribution</source>
        <translation>标准正态密度</translation>
    </message>
    <message>
        <source>logarithm of the gamma function</source>
        <translation>伽马函数的对数</translation>
    </message>
    <message>
        <source>derivative of lgamma</source>
        <translation>lgamma 的导数</translation>
    </message>
    <message>
        <source>derivative of digamma</source>
        <translation>digamma 的导数</translation>
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
        <translation>x &gt; 0 时为 x，否则为 e^x - 1</translation>
    </message>
    <message>
        <source>x^2/2 where |x| &lt; 1, else |x| - 1/2</source>
        <translation>|x| &lt; 1 时为 x^2/2，否则为 |x| - 1/2</translation>
    </message>
    <message>
        <source>log of x/(1 - x)</source>
        <translation>x/(1 - x) 的对数</translation>
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
        <translation>余切</translation>
    </message>
    <message>
        <source>sum of the entries over their number</source>
        <translation>元素之和除以个数</translation>
    </message>
    <message>
        <source>acts on each entry</source>
        <translation>作用于每个元素</translation>
    </message>
    <message>
        <source>a size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>of this text</source>
        <translation>来自本文</translation>
    </message>
    <message>
        <source>an unspecified function of a matrix has a number for its value</source>
        <translation>没有公式的矩阵函数的值应是一个数</translation>
    </message>
    <message>
        <source>an unspecified function goes from R, R^n or R^(n,m) to R or R^m</source>
        <translation>没有公式的函数从 R、R^n 或 R^(n,m) 到 R 或 R^m</translation>
    </message>
    <message>
        <source>for example L: R^(n,m) -&gt; R</source>
        <translation>例如 L: R^(n,m) -&gt; R</translation>
    </message>
    <message>
        <source>the entries of a vector stand in square brackets: [x^2 - y^2; 2 x y]</source>
        <translation>向量的元素写在方括号中：[x^2 - y^2; 2 x y]</translation>
    </message>
    <message>
        <source>there is nothing behind this product</source>
        <translation>这个连乘积后面没有内容</translation>
    </message>
    <message>
        <source>write \prod_i x_i</source>
        <translation>请写 \prod_i x_i</translation>
    </message>
    <message>
        <source>type the function itself, without \arg\min</source>
        <translation>请直接输入函数，不要 \arg\min</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>a constant changes no derivative</source>
        <translation>常数不影响导数</translation>
    </message>
    <message>
        <source>{size} matrix</source>
        <translation>{size} 矩阵</translation>
    </message>
    <message>
        <source>{size} column vector</source>
        <translation>{size} 列向量</translation>
    </message>
    <message>
        <source>{size} because {reason}</source>
        <translation>{size}，因为 {reason}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} 和 {second}</translation>
    </message>
    <message>
        <source>factors that are no entries of a vector are taken to be positive</source>
        <translation>不是向量元素的因子视为正数</translation>
    </message>
    <message>
        <source>det(diag(x)) of a vector&apos;s entries, else the exponential of the sum of logarithms</source>
        <translation>对向量的元素是 det(diag(x))，否则是对数之和的指数</translation>
    </message>
    <message>
        <source>a function without brackets takes the product that follows</source>
        <translation>不带括号的函数作用于其后的乘积</translation>
    </message>
    <message>
        <source>the Greek letter stands directly before a bracket and never alone; declare it to multiply</source>
        <translation>该希腊字母紧接括号且从不单独出现；若要作乘积请声明它</translation>
    </message>
    <message>
        <source>{reason}; {size}</source>
        <translation>{reason};{size}</translation>
    </message>
    <message>
        <source>square because nothing else settles its size</source>
        <translation>方阵，因为没有别的条件确定它的大小</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>the normal distribution function</source>
        <translation>正态分布函数</translation>
    </message>
    <message>
        <source>the gamma function</source>
        <translation>伽马函数</translation>
    </message>
    <message>
        <source>{name} is {size} in {place}</source>
        <translation>在 {place} 中 {name} 是 {size}</translation>
    </message>
    <message>
        <source>{n} columns</source>
        <translation>{n} 列</translation>
    </message>
    <message>
        <source>unit vector number {n}</source>
        <translation>第 {n} 个单位向量</translation>
    </message>
    <message>
        <source>e with a number, not declared</source>
        <translation>带编号的 e，没有声明</translation>
    </message>
    <message>
        <source>log |det| of the matrix</source>
        <translation>矩阵的 log |det|</translation>
    </message>
    <message>
        <source>the absolute value lets the logarithm exist</source>
        <translation>取绝对值使对数存在</translation>
    </message>
    <message>
        <source>the logistic function</source>
        <translation>逻辑函数</translation>
    </message>
    <message>
        <source>sigma stands before a bracket and never alone</source>
        <translation>sigma 写在括号前，从不单独出现</translation>
    </message>
    <message>
        <source>{name} of every entry</source>
        <translation>对每个元素取 {name}</translation>
    </message>
    <message>
        <source>a function of one variable acts on each entry</source>
        <translation>一元函数作用于每个元素</translation>
    </message>
    <message>
        <source>a {kind} does not fit: {reason}</source>
        <translation>{kind}不合适：{reason}</translation>
    </message>
    <message>
        <source>a product of whole vectors and matrices</source>
        <translation>完整向量和矩阵的乘积</translation>
    </message>
    <message>
        <source>a sum over their entries</source>
        <translation>对它们元素的求和</translation>
    </message>
    <message>
        <source>{name}(x) is short for it</source>
        <translation>{name}(x) 是它的简写</translation>
    </message>
    <message>
        <source>a {kind} does not fit beside the rest</source>
        <translation>{kind}与其余部分不合</translation>
    </message>
    <message>
        <source>a {kind} would fit, but the function would not be a scalar</source>
        <translation>{kind}也合适，但函数就不是标量了</translation>
    </message>
    <message>
        <source>an inner product</source>
        <translation>内积</translation>
    </message>
    <message>
        <source>a dot between two columns</source>
        <translation>两列之间的点</translation>
    </message>
    <message>
        <source>it multiplies the rest of {here}</source>
        <translation>它乘以 {here} 的其余部分</translation>
    </message>
    <message>
        <source>a 1×1 product, acts as a scalar</source>
        <translation>1×1 的乘积，作为标量</translation>
    </message>
    <message>
        <source>the Frobenius norm</source>
        <translation>弗罗贝尼乌斯范数</translation>
    </message>
    <message>
        <source>the norm of a matrix, where no other is named</source>
        <translation>矩阵的范数，没有另外指明时</translation>
    </message>
    <message>
        <source>a determinant</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>{remainder} on a circle of radius {radius} shrinks like {measured} (measured; {expected} or faster).</source>
        <translation>{remainder} 在半径为 {radius} 的圆上按 {measured} 衰减（实测；理论为 {expected} 或更快）。</translation>
    </message>
    <message>
        <source>single bars around a square matrix</source>
        <translation>方阵两侧的单竖线</translation>
    </message>
    <message>
        <source>it is added to a matrix or vector in {here}</source>
        <translation>在 {here} 中与矩阵或向量相加</translation>
    </message>
    <message>
        <source>Euler&apos;s number</source>
        <translation>欧拉数</translation>
    </message>
    <message>
        <source>it is raised to a power somewhere in the text</source>
        <translation>在文本某处被取幂</translation>
    </message>
    <message>
        <source>this number in every entry</source>
        <translation>每个元素都是这个数</translation>
    </message>
    <message>
        <source>a sum over entries or a family runs over a whole index: \sum_{i=1}^{n}, or sum_i</source>
        <translation>对元素或一族量的求和遍历整个下标：\sum_{i=1}^{n} 或 sum_i</translation>
    </message>
    <message>
        <source>the text has {length:,} characters; the most that is read is {limit:,}</source>
        <translation>文本有 {length:,} 个字符；最多读取 {limit:,} 个</translation>
    </message>
    <message>
        <source>shorten it, or split it into definitions</source>
        <translation>请缩短，或拆成若干定义</translation>
    </message>
    <message>
        <source>a point here means nothing</source>
        <translation>这里的点没有意义</translation>
    </message>
    <message>
        <source>remove it, or write a product with *</source>
        <translation>请删去，或用 * 写乘积</translation>
    </message>
    <message>
        <source>this range of a sum is not known</source>
        <translation>不理解这个求和范围</translation>
    </message>
    <message>
        <source>this subscript is not understood</source>
        <translation>不理解这个下标</translation>
    </message>
    <message>
        <source>a subscript is a letter, a number or a word, as in x_i</source>
        <translation>下标是字母、数字或单词，如 x_i</translation>
    </message>
    <message>
        <source>{found!r} is never closed</source>
        <translation>{found!r} 没有闭合</translation>
    </message>
    <message>
        <source>add {mate!r}</source>
        <translation>请添加 {mate!r}</translation>
    </message>
    <message>
        <source>brackets are nested more than {limit} deep</source>
        <translation>括号嵌套超过 {limit} 层</translation>
    </message>
    <message>
        <source>the character {character!r} is not understood</source>
        <translation>不理解字符 {character!r}</translation>
    </message>
    <message>
        <source>this number is too large or too long to work with</source>
        <translation>这个数太大或太长</translation>
    </message>
    <message>
        <source>{text!r} closes nothing</source>
        <translation>{text!r} 没有对应的开括号</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>请删去</translation>
    </message>
    <message>
        <source>use at most 40 digits and exponents up to 300</source>
        <translation>最多 40 位数字，指数不超过 300</translation>
    </message>
    <message>
        <source>a second decimal point in one number</source>
        <translation>一个数里有第二个小数点</translation>
    </message>
    <message>
        <source>a raised sign needs one number, letter or T</source>
        <translation>上标需要一个数、一个字母或 T</translation>
    </message>
    <message>
        <source>for example x⁻¹ or Aᵀ</source>
        <translation>例如 x⁻¹ 或 Aᵀ</translation>
    </message>
    <message>
        <source>a function has no {text!r}: constraints are not part of what is differentiated</source>
        <translation>函数里不能有 {text!r}：约束不参与求导</translation>
    </message>
    <message>
        <source>&apos;{word}&apos; with a variable below says what to do with a function</source>
        <translation>下方带变量的 &apos;{word}&apos; 说明要对函数做什么</translation>
    </message>
    <message>
        <source>leave the constraint out, or declare a property such as positive</source>
        <translation>请去掉约束，或声明一个性质，如 positive</translation>
    </message>
    <message>
        <source>type the function itself, without it</source>
        <translation>请直接输入函数，不要写它</translation>
    </message>
    <message>
        <source>\frac needs two groups in braces</source>
        <translation>\frac 需要两组花括号</translation>
    </message>
    <message>
        <source>write \frac{a}{b}</source>
        <translation>请写 \frac{a}{b}</translation>
    </message>
    <message>
        <source>`{part0}` is {size0} but `{part1}` has {rows1} rows: `{whole}` is no product</source>
        <translation>`{part0}` 是 {size0}，而 `{part1}` 有 {rows1} 行：`{whole}` 不能相乘</translation>
    </message>
    <message>
        <source>the index {index} is no number here: it can only choose an entry, as in x_{index}</source>
        <translation>下标 {index} 在这里不是数：它只能选取元素，如 x_{index}</translation>
    </message>
    <message>
        <source>a size is a whole number from 1 to {limit}, or the name of a dimension</source>
        <translation>大小是 1 到 {limit} 的整数，或维数的名字</translation>
    </message>
    <message>
        <source>two columns do not multiply: `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>两个列不能相乘：`{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>did you mean {name} .^ 2 (entry by entry) or {dual}?</source>
        <translation>您是指 {name} .^ 2(逐元素)还是 {dual}?</translation>
    </message>
    <message>
        <source>|A|, a determinant,</source>
        <translation>|A|(行列式)</translation>
    </message>
    <message>
        <source>&lt;a, b&gt; needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>&lt;a, b&gt; 需要相同的形状，但 `{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>the rows have {counts} entries; all need the same number</source>
        <translation>各行有 {counts} 个元素；每行的个数必须相同</translation>
    </message>
    <message>
        <source>N(x; mu, S) needs a column or scalar x and mu of one shape, not {shape0} and {shape1}</source>
        <translation>N(x; mu, S) 需要形状相同的列或标量 x 和 mu，而不是 {shape0} 和 {shape1}</translation>
    </message>
    <message>
        <source>entry {number} is further than the check of the derivation goes</source>
        <translation>第 {number} 个元素超出了推导检验所及的范围</translation>
    </message>
    <message>
        <source>take one of the first {count}</source>
        <translation>请取前 {count} 个之一</translation>
    </message>
    <message>
        <source>write {name} I to add it to the diagonal, {name} ones({size}) to add it to every entry</source>
        <translation>写 {name} I 加到对角线上，写 {name} ones({size}) 加到每个元素上</translation>
    </message>
    <message>
        <source>the sum of the entries over their number</source>
        <translation>元素之和除以个数</translation>
    </message>
    <message>
        <source>where x &gt; 0 it is arctan(y/x)</source>
        <translation>x &gt; 0 时它是 arctan(y/x)</translation>
    </message>
    <message>
        <source>a matrix power is drawn for exponents from 0 to {largest}</source>
        <translation>矩阵幂只画出指数 0 到 {largest}</translation>
    </message>
    <message>
        <source>Add the squares of the derivatives to their sums.</source>
        <translation>把导数的平方加到其累计和上。</translation>
    </message>
    <message>
        <source>Divide each derivative by the root of its sum, and scale.</source>
        <translation>每个导数除以其和的平方根，再缩放。</translation>
    </message>
    <message>
        <source>Average the squares of the derivatives.</source>
        <translation>对导数的平方取平均。</translation>
    </message>
    <message>
        <source>Divide each derivative by the root of its average, and scale.</source>
        <translation>每个导数除以其平均的平方根，再缩放。</translation>
    </message>
    <message>
        <source>Average the gradients.</source>
        <translation>对梯度取平均。</translation>
    </message>
    <message>
        <source>Take out the bias to 0 of young averages.</source>
        <translation>消除初期平均向 0 的偏差。</translation>
    </message>
    <message>
        <source>Divide the average by the root of the squares, and scale.</source>
        <translation>平均除以平方的平方根，再缩放。</translation>
    </message>
    <message>
        <source>Shrink the variable.</source>
        <translation>收缩变量。</translation>
    </message>
    <message>
        <source>Look ahead: mix the average with this gradient, and take out the bias.</source>
        <translation>前瞻：把平均与当前梯度混合，并消除偏差。</translation>
    </message>
    <message>
        <source>Divide by the root of the squares, and scale.</source>
        <translation>除以平方的平方根，再缩放。</translation>
    </message>
    <message>
        <source>The step size is at most 1/λ_max = {bound:.4g}: every step lowers f without overshooting.</source>
        <translation>步长不超过 1/λ_max = {bound:.4g}：每一步都使 f 下降而不越过。</translation>
    </message>
    <message>
        <source>No curvature is positive here: there is no minimum to converge to.</source>
        <translation>此处没有正曲率：没有可收敛到的极小值。</translation>
    </message>
    <message>
        <source>The step size is the bound 2/λ_max: along the steepest curvature the iterates go to and fro.</source>
        <translation>步长恰为界 2/λ_max：沿最陡曲率方向迭代点来回跳动。</translation>
    </message>
    <message>
        <source>The step size is below 2/λ_max = {bound:.4g}, above 1/λ_max: the iterates zigzag across the steepest curvature, each time to {factor:.3g} times the distance.</source>
        <translation>步长小于 2/λ_max = {bound:.4g}，大于 1/λ_max：迭代点在最陡曲率方向上左右摆动，每次为距离的 {factor:.3g} 倍。</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”; it has {known}.</source>
        <translation>{method} 没有参数“{name}”；有 {known}。</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”; it has none.</source>
        <translation>{method} 没有参数“{name}”；它没有参数。</translation>
    </message>
    <message>
        <source>There is no method “{id}”; there are {known}.</source>
        <translation>没有方法“{id}”；有 {known}。</translation>
    </message>
    <message>
        <source>The negative gradient.</source>
        <translation>负梯度。</translation>
    </message>
    <message>
        <source>Add a share of the last direction.</source>
        <translation>加上上一方向的一部分。</translation>
    </message>
    <message>
        <source>Begin anew: no share of the last direction.</source>
        <translation>重新开始：不取上一方向。</translation>
    </message>
    <message>
        <source>{method} needs a sum of squares, such as ‖Xw − y‖²; this function is not seen to be one.</source>
        <translation>{method} 需要平方和，例如 ‖Xw − y‖²；未看出此函数是平方和。</translation>
    </message>
    <message>
        <source>{method} needs a sum over rows of data; this function is not seen to be one.</source>
        <translation>{method} 需要对数据各行求和；未看出此函数是这样的和。</translation>
    </message>
    <message>
        <source>This run was carried on already; carry on with the latest one.</source>
        <translation>此运行已被继续；请继续最新的一个。</translation>
    </message>
    <message>
        <source>No more than {room:,} steps are recorded for so many coordinates.</source>
        <translation>坐标这么多时，最多记录 {room:,} 步。</translation>
    </message>
    <message>
        <source>Evaluate the gradient here.</source>
        <translation>在此处求梯度。</translation>
    </message>
    <message>
        <source>Move to the next iterate.</source>
        <translation>移动到下一个迭代点。</translation>
    </message>
    <message>
        <source>Scale the negative gradient with the step size.</source>
        <translation>用步长缩放负梯度。</translation>
    </message>
    <message>
        <source>Keep a share of the velocity.</source>
        <translation>保留一部分速度。</translation>
    </message>
    <message>
        <source>Add the gradient: the new velocity.</source>
        <translation>加上梯度：新的速度。</translation>
    </message>
    <message>
        <source>Scale the negative velocity with the step size.</source>
        <translation>用步长缩放负速度。</translation>
    </message>
    <message>
        <source>Step along the negative gradient.</source>
        <translation>沿负梯度走一步。</translation>
    </message>
    <message>
        <source>Look ahead along the new velocity.</source>
        <translation>沿新速度前瞻。</translation>
    </message>
    <message>
        <source>Evaluate the residuals and their Jacobian here.</source>
        <translation>在此处求残差及其雅可比矩阵。</translation>
    </message>
    <message>
        <source>Solve the linear least squares for the step.</source>
        <translation>解线性最小二乘得到步。</translation>
    </message>
    <message>
        <source>f falls: take this step.</source>
        <translation>f 下降：采纳这一步。</translation>
    </message>
    <message>
        <source>f does not fall: trust the model less.</source>
        <translation>f 没有下降：减少对模型的信任。</translation>
    </message>
    <message>
        <source>Set λ by how right the model was.</source>
        <translation>按模型的准确程度设定 λ。</translation>
    </message>
    <message>
        <source>The slope along the line is zero: take this step.</source>
        <translation>沿线的斜率为零：采纳这一步。</translation>
    </message>
    <message>
        <source>The line search finds no step that is low enough and flat enough.</source>
        <translation>线搜索找不到足够低且足够平的步。</translation>
    </message>
    <message>
        <source>The direction is not finite.</source>
        <translation>方向不是有限的。</translation>
    </message>
    <message>
        <source>The direction does not lead downhill.</source>
        <translation>该方向不是下降方向。</translation>
    </message>
    <message>
        <source>The slope is not yet zero: look between.</source>
        <translation>斜率尚未为零：在其间寻找。</translation>
    </message>
    <message>
        <source>Still too steep: look further.</source>
        <translation>仍然太陡：往远处找。</translation>
    </message>
    <message>
        <source>Low enough, but too steep: look between.</source>
        <translation>足够低，但太陡：在其间寻找。</translation>
    </message>
    <message>
        <source>f has no minimum along this direction: it falls on and on.</source>
        <translation>沿此方向 f 没有极小值：它一直下降。</translation>
    </message>
    <message>
        <source>No minimum is found along this direction.</source>
        <translation>沿此方向未找到极小值。</translation>
    </message>
    <message>
        <source>Still falling: look further.</source>
        <translation>仍在下降：往远处找。</translation>
    </message>
    <message>
        <source>Undefined here: look nearer.</source>
        <translation>此处无定义：往近处找。</translation>
    </message>
    <message>
        <source>Not low enough: look between.</source>
        <translation>不够低：在其间寻找。</translation>
    </message>
    <message>
        <source>Low enough and flat enough: take this step.</source>
        <translation>足够低且足够平：采纳这一步。</translation>
    </message>
    <message>
        <source>Rising again: look between.</source>
        <translation>又上升了：在其间寻找。</translation>
    </message>
    <message>
        <source>Low enough: take this step.</source>
        <translation>足够低：采纳这一步。</translation>
    </message>
    <message>
        <source>Not low enough: shorten the step.</source>
        <translation>不够低：缩短这一步。</translation>
    </message>
    <message>
        <source>Not low enough: look nearer.</source>
        <translation>不够低：往近处找。</translation>
    </message>
    <message>
        <source>Evaluate the Hessian here.</source>
        <translation>在此处求黑塞矩阵。</translation>
    </message>
    <message>
        <source>The Hessian is singular here: Newton&apos;s step is not defined.</source>
        <translation>此处黑塞矩阵奇异：牛顿步没有定义。</translation>
    </message>
    <message>
        <source>Solve for the minimum of the quadratic model.</source>
        <translation>求二次模型的极小值。</translation>
    </message>
    <message>
        <source>Solve for the stationary point (not a minimum: a curvature is negative) of the quadratic model.</source>
        <translation>求二次模型的驻点（不是极小值：有负曲率）。</translation>
    </message>
    <message>
        <source>Move there.</source>
        <translation>移动到那里。</translation>
    </message>
    <message>
        <source>Make it positive definite: turn negative eigenvalues round.</source>
        <translation>使其正定：翻转负特征值。</translation>
    </message>
    <message>
        <source>The Hessian is not finite here.</source>
        <translation>此处黑塞矩阵不是有限的。</translation>
    </message>
    <message>
        <source>f is not seen to be a sum of squares.</source>
        <translation>未看出 f 是平方和。</translation>
    </message>
    <message>
        <source>The residuals or their Jacobian are not finite here.</source>
        <translation>此处残差或其雅可比矩阵不是有限的。</translation>
    </message>
    <message>
        <source>f is not seen to be a sum over rows of data.</source>
        <translation>未看出 f 是对数据各行的和。</translation>
    </message>
    <message>
        <source>finite</source>
        <translation>有限</translation>
    </message>
    <message>
        <source>Enter a step size, for example 0.1.</source>
        <translation>请输入步长，例如 0.1。</translation>
    </message>
    <message>
        <source>The step size is a number such as 0.1, not {size!r}.</source>
        <translation>步长是像 0.1 这样的数，而不是 {size!r}。</translation>
    </message>
    <message>
        <source>The step size is not a number (NaN); enter one such as 0.1.</source>
        <translation>步长不是数（NaN）；请输入例如 0.1。</translation>
    </message>
    <message>
        <source>The step size must be finite; enter a number such as 0.1.</source>
        <translation>步长必须有限；请输入例如 0.1。</translation>
    </message>
    <message>
        <source>With a step size of 0 nothing moves; enter a number above 0.</source>
        <translation>步长为 0 时不会移动；请输入大于 0 的数。</translation>
    </message>
    <message>
        <source>A negative step size climbs instead of descending; enter a number above 0.</source>
        <translation>负步长会上升而非下降；请输入大于 0 的数。</translation>
    </message>
    <message>
        <source>The {parameter} is a number, not {value!r}.</source>
        <translation>{parameter}是数，而不是 {value!r}。</translation>
    </message>
    <message>
        <source>The {parameter} is a whole number, not {value!r}.</source>
        <translation>{parameter}是整数，而不是 {value!r}。</translation>
    </message>
    <message>
        <source>The {parameter} is not a number (NaN).</source>
        <translation>{parameter}不是数（NaN）。</translation>
    </message>
    <message>
        <source>The {parameter} must be {range}, not {value:g}.</source>
        <translation>{parameter}必须{range}，而不是 {value:g}。</translation>
    </message>
    <message>
        <source>The step size divides by zero; enter a number such as 0.1.</source>
        <translation>步长的除数为零；请输入例如 0.1。</translation>
    </message>
    <message>
        <source>“{text}” is not a number; enter one such as 0.1 or 1e-3.</source>
        <translation>“{text}”不是数；请输入例如 0.1 或 1e-3。</translation>
    </message>
    <message>
        <source>The {parameter} is one of {choices}, not {value!r}.</source>
        <translation>{parameter}为 {choices} 之一，而不是 {value!r}。</translation>
    </message>
    <message>
        <source>“{parameter}” is True or False, not {value!r}.</source>
        <translation>“{parameter}”为 True 或 False，而不是 {value!r}。</translation>
    </message>
    <message>
        <source>above {low:g}</source>
        <translation>大于 {low:g}</translation>
    </message>
    <message>
        <source>at least {low:g}</source>
        <translation>不小于 {low:g}</translation>
    </message>
    <message>
        <source>below {high:g}</source>
        <translation>小于 {high:g}</translation>
    </message>
    <message>
        <source>at most {high:g}</source>
        <translation>不大于 {high:g}</translation>
    </message>
    <message>
        <source>Nothing is learnt from this step.</source>
        <translation>从这一步得不到信息。</translation>
    </message>
    <message>
        <source>Turn the negative gradient by the approximate inverse Hessian.</source>
        <translation>用近似的逆黑塞矩阵变换负梯度。</translation>
    </message>
    <message>
        <source>Correct the approximation by what this step tells of the curvature.</source>
        <translation>按这一步所反映的曲率修正近似。</translation>
    </message>
    <message>
        <source>Keep this step and the change of the gradient.</source>
        <translation>保留这一步及梯度的变化。</translation>
    </message>
    <message>
        <source>No curvature is learnt from this step.</source>
        <translation>从这一步得不到曲率信息。</translation>
    </message>
    <message>
        <source>Go along the negative gradient.</source>
        <translation>沿负梯度方向。</translation>
    </message>
    <message>
        <source>At most {most:,} steps are recorded, not {steps:,}.</source>
        <translation>最多记录 {most:,} 步，而不是 {steps:,}。</translation>
    </message>
    <message>
        <source>The tolerance is a number from 0 upwards, not {tolerance:g}.</source>
        <translation>容差是不小于 0 的数，而不是 {tolerance:g}。</translation>
    </message>
    <message>
        <source>The limit of divergence is above 1, not {runaway:g}.</source>
        <translation>发散界限大于 1，而不是 {runaway:g}。</translation>
    </message>
    <message>
        <source>The start has no numbers.</source>
        <translation>起点没有数。</translation>
    </message>
    <message>
        <source>Coordinate {number} of the start is infinite.</source>
        <translation>起点的第 {number} 个坐标是无穷大。</translation>
    </message>
    <message>
        <source>The number of steps is a whole number, not {steps!r}.</source>
        <translation>步数是整数，而不是 {steps!r}。</translation>
    </message>
    <message>
        <source>The number of steps cannot be negative ({steps}).</source>
        <translation>步数不能为负（{steps}）。</translation>
    </message>
    <message>
        <source>A start is a list of numbers, not {start!r}.</source>
        <translation>起点是一列数，而不是 {start!r}。</translation>
    </message>
    <message>
        <source>Coordinate {number} of the start is not a number (NaN).</source>
        <translation>起点的第 {number} 个坐标不是数（NaN）。</translation>
    </message>
    <message>
        <source>The gradient vanishes at the start: there is nothing to descend.</source>
        <translation>起点处梯度为零：无处可降。</translation>
    </message>
    <message>
        <source>Stopped at the start: the function or its gradient is not finite there.</source>
        <translation>在起点停止：函数或其梯度在该处不是有限的。</translation>
    </message>
    <message>
        <source>The start is outside the domain of the function; choose another one.</source>
        <translation>起点在函数定义域之外；请另选。</translation>
    </message>
    <message>
        <source>c2 must be above c1 = {c1:g}, not {c2:g}.</source>
        <translation>c2 必须大于 c1 = {c1:g}，而不是 {c2:g}。</translation>
    </message>
    <message>
        <source>Estimate the gradient from them.</source>
        <translation>用它们估计梯度。</translation>
    </message>
    <message>
        <source>Scale with the step size.</source>
        <translation>用步长缩放。</translation>
    </message>
    <message>
        <source>Keep a share of the velocity and add the estimate.</source>
        <translation>保留一部分速度并加上估计。</translation>
    </message>
    <message>
        <source>A sweep goes from a lower to a higher number, not from {low:g} to {high:g}.</source>
        <translation>扫描从小数到大数，而不是从 {low:g} 到 {high:g}。</translation>
    </message>
    <message>
        <source>{method} has no parameter “{name}”.</source>
        <translation>{method} 没有参数“{name}”。</translation>
    </message>
    <message>
        <source>A sweep needs at least one value.</source>
        <translation>扫描至少需要一个值。</translation>
    </message>
    <message>
        <source>Equal factors need a range above 0, not one from {low:g}.</source>
        <translation>等比需要大于 0 的范围，而不是从 {low:g} 开始。</translation>
    </message>
    <message>
        <source>The radius must be at most the largest one, {largest:g}.</source>
        <translation>半径不得超过最大半径 {largest:g}。</translation>
    </message>
    <message>
        <source>The model was right enough: take this step.</source>
        <translation>模型足够准确：采纳这一步。</translation>
    </message>
    <message>
        <source>The model was wrong here: trust it less far.</source>
        <translation>模型在此处不准：缩小信赖范围。</translation>
    </message>
    <message>
        <source>Set the radius by how right the model was.</source>
        <translation>按模型的准确程度设定半径。</translation>
    </message>
    <message>
        <source>1st principal direction</source>
        <translation>第 1 主方向</translation>
    </message>
    <message>
        <source>2nd principal direction</source>
        <translation>第 2 主方向</translation>
    </message>
    <message>
        <source>random direction {number}</source>
        <translation>随机方向 {number}</translation>
    </message>
    <message>
        <source>eigenvector of λ{index} = {value}</source>
        <translation>λ{index} = {value} 的特征向量</translation>
    </message>
    <message>
        <source>use ./ to divide entry by entry, or inv(...) for a matrix</source>
        <translation>逐元素相除请用 ./，矩阵请用 inv(...)</translation>
    </message>
    <message>
        <source>did you mean {first}&apos; {second}, {first} {second}&apos; or {first} .* {second}?</source>
        <translation>您是指 {first}&apos; {second}、{first} {second}&apos; 还是 {first} .* {second}?</translation>
    </message>
    <message>
        <source>did you mean {first} {second}&apos;?</source>
        <translation>您是指 {first} {second}&apos; 吗？</translation>
    </message>
    <message>
        <source>two rows do not multiply: `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>两个行不能相乘：`{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>transpose one of the two rows</source>
        <translation>请转置其中一行</translation>
    </message>
    <message>
        <source>an exponent is a scalar, but this is {shape0}</source>
        <translation>指数应是标量，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>a vector has no power, and `{part0}` is {size0}</source>
        <translation>向量没有幂，而 `{part0}` 是 {size0}</translation>
    </message>
    <message>
        <source>only a square matrix has a power, but this is {shape0}</source>
        <translation>只有方阵才有幂，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>an entry of a {shape0} needs two indices</source>
        <translation>{shape0} 的元素需要两个下标</translation>
    </message>
    <message>
        <source>an index is a whole number, counted from one, or the index of a sum around it</source>
        <translation>下标是从一开始的整数，或外层求和的下标</translation>
    </message>
    <message>
        <source>there is no entry {number}: {shape0}</source>
        <translation>没有第 {number} 个元素：{shape0}</translation>
    </message>
    <message>
        <source>the covariance belongs to {shape0}, but this is {shape1}</source>
        <translation>协方差应对应 {shape0}，但这里是 {shape1}</translation>
    </message>
    <message>
        <source>{name} takes {shape1}, but this is {shape0}</source>
        <translation>{name} 需要 {shape1}，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>write the numbers as a vector of their own</source>
        <translation>请把这些数写成单独的向量</translation>
    </message>
    <message>
        <source>to add it to every entry, write {name} ones({size})</source>
        <translation>要加到每个元素上，请写 {name} ones({size})</translation>
    </message>
    <message>
        <source>a scalar cannot be added to a {shape0}, which `{part0}` is</source>
        <translation>标量不能与 {shape0} 相加，而 `{part0}` 正是</translation>
    </message>
    <message>
        <source>the terms of a sum need one shape, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>和的各项形状必须相同，但 `{part0}` 是 {size0},`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>to divide by a whole product put it in brackets: / (x&apos; x)</source>
        <translation>要除以整个乘积，请加括号：/ (x&apos; x)</translation>
    </message>
    <message>
        <source>only a scalar can divide, but this is {shape0}</source>
        <translation>只能除以标量，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>`{part0}` is {size0} but `{part1}` is a row, {size1}: `{whole}` is no product</source>
        <translation>`{part0}` 是 {size0}，而 `{part1}` 是行，{size1}:`{whole}` 不能相乘</translation>
    </message>
    <message>
        <source>a row cannot follow a matrix: write the column, or transpose the other way</source>
        <translation>行不能跟在矩阵后面：请写成列，或换一种转置</translation>
    </message>
    <message>
        <source>did you mean .^ ?</source>
        <translation>您是指 .^ 吗？</translation>
    </message>
    <message>
        <source>an entry of an explicit matrix is a scalar, but this is {shape0}</source>
        <translation>显式矩阵的元素是标量，但这里是 {shape0}</translation>
    </message>
    <message>
        <source>this is {size0}, but the index {index} runs to {rows1}</source>
        <translation>这里是 {size0}，但下标 {index} 取到 {rows1}</translation>
    </message>
    <message>
        <source>transpose one of them with &apos;</source>
        <translation>请用 &apos; 转置其中之一</translation>
    </message>
    <message>
        <source>did you mean {first}&apos; {second}?</source>
        <translation>您是指 {first}&apos; {second} 吗？</translation>
    </message>
    <message>
        <source>e raised to a matrix</source>
        <translation>e 的矩阵次幂</translation>
    </message>
    <message>
        <source>{name} is {size0}, but the index {index} runs to {rows1}</source>
        <translation>{name} 是 {size0}，但下标 {index} 取到 {rows1}</translation>
    </message>
    <message>
        <source>a remainder has no derivative worth the name</source>
        <translation>余数没有有意义的导数</translation>
    </message>
    <message>
        <source>a rank has no derivative worth the name</source>
        <translation>秩没有有意义的导数</translation>
    </message>
    <message>
        <source>max(x) is the largest entry</source>
        <translation>max(x) 是最大元素</translation>
    </message>
    <message>
        <source>singular values are not known</source>
        <translation>不支持奇异值</translation>
    </message>
    <message>
        <source>eigenvalues are not known</source>
        <translation>不支持特征值</translation>
    </message>
    <message>
        <source>the condition number is not known</source>
        <translation>不支持条件数</translation>
    </message>
    <message>
        <source>type the function itself</source>
        <translation>请直接输入函数</translation>
    </message>
    <message>
        <source>{word!r} says what to do with a function</source>
        <translation>{word!r} 说明要对函数做什么</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>您是指 {near} 吗？</translation>
    </message>
    <message>
        <source>{word!r} is not known</source>
        <translation>{word!r} 未知</translation>
    </message>
    <message>
        <source>did you mean {apart}?</source>
        <translation>您是指 {apart} 吗？</translation>
    </message>
    <message>
        <source>if it is a product, write the letters apart: {letters} (...)</source>
        <translation>如果是乘积，请把字母分开写：{letters} (...)</translation>
    </message>
    <message>
        <source>write {number}, or {first} * {second}</source>
        <translation>请写 {number} 或 {first} * {second}</translation>
    </message>
    <message>
        <source>two numbers stand side by side</source>
        <translation>两个数紧挨着</translation>
    </message>
    <message>
        <source>Fraction</source>
        <translation>分式</translation>
    </message>
    <message>
        <source>Power of a scalar or square matrix</source>
        <translation>标量或方阵的幂</translation>
    </message>
    <message>
        <source>Square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Inverse</source>
        <translation>逆</translation>
    </message>
    <message>
        <source>Inverse of the transpose</source>
        <translation>转置的逆</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation>范数的平方</translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation>绝对值之和</translation>
    </message>
    <message>
        <source>Inner product</source>
        <translation>内积</translation>
    </message>
    <message>
        <source>Quadratic form</source>
        <translation>二次型</translation>
    </message>
    <message>
        <source>Entrywise (Hadamard) product</source>
        <translation>逐元素（阿达马）乘积</translation>
    </message>
    <message>
        <source>Entrywise quotient</source>
        <translation>逐元素商</translation>
    </message>
    <message>
        <source>Entrywise power</source>
        <translation>逐元素幂</translation>
    </message>
    <message>
        <source>Sum over an index</source>
        <translation>对下标求和</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>迹</translation>
    </message>
    <message>
        <source>Determinant</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>Logarithm of the determinant</source>
        <translation>行列式的对数</translation>
    </message>
    <message>
        <source>Diagonal matrix of a vector, or diagonal of a matrix</source>
        <translation>向量的对角矩阵，或矩阵的对角线</translation>
    </message>
    <message>
        <source>Columns stacked into one</source>
        <translation>各列堆叠成一列</translation>
    </message>
    <message>
        <source>Sum of all entries</source>
        <translation>所有元素之和</translation>
    </message>
    <message>
        <source>Identity matrix</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>Vector of ones</source>
        <translation>全 1 向量</translation>
    </message>
    <message>
        <source>Entry of a vector</source>
        <translation>向量的元素</translation>
    </message>
    <message>
        <source>Entry of a matrix</source>
        <translation>矩阵的元素</translation>
    </message>
    <message>
        <source>Column of entries</source>
        <translation>由元素组成的列</translation>
    </message>
    <message>
        <source>Matrix of entries</source>
        <translation>由元素组成的矩阵</translation>
    </message>
    <message>
        <source>Exponential function</source>
        <translation>指数函数</translation>
    </message>
    <message>
        <source>Natural logarithm</source>
        <translation>自然对数</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Hyperbolic tangent</source>
        <translation>双曲正切</translation>
    </message>
    <message>
        <source>Logistic function (sigmoid)</source>
        <translation>逻辑函数（sigmoid）</translation>
    </message>
    <message>
        <source>log(1 + exp), entry by entry</source>
        <translation>log(1 + exp)，逐元素</translation>
    </message>
    <message>
        <source>Positive part</source>
        <translation>正部</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>Logarithm of a sum of exponentials</source>
        <translation>指数之和的对数</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Logarithm of a normal density</source>
        <translation>正态密度的对数</translation>
    </message>
    <message>
        <source>Declare a scalar</source>
        <translation>声明标量</translation>
    </message>
    <message>
        <source>Declare a positive scalar</source>
        <translation>声明正标量</translation>
    </message>
    <message>
        <source>Declare a vector</source>
        <translation>声明向量</translation>
    </message>
    <message>
        <source>Declare a matrix</source>
        <translation>声明矩阵</translation>
    </message>
    <message>
        <source>Declare a symmetric matrix</source>
        <translation>声明对称矩阵</translation>
    </message>
    <message>
        <source>Declare a positive definite matrix</source>
        <translation>声明正定矩阵</translation>
    </message>
    <message>
        <source>Declare an unspecified function</source>
        <translation>声明没有公式的函数</translation>
    </message>
    <message>
        <source>Name a part: a definition</source>
        <translation>给一部分命名：定义</translation>
    </message>
    <message>
        <source>{rows}×{columns} matrix</source>
        <translation>{rows}×{columns} 矩阵</translation>
    </message>
    <message>
        <source>the largest entry of all is max(abs(X))</source>
        <translation>所有元素中绝对值最大的是 max(abs(X))</translation>
    </message>
    <message>
        <source>{rows}×1 column</source>
        <translation>{rows}×1 列</translation>
    </message>
    <message>
        <source>1×{columns} row</source>
        <translation>1×{columns} 行</translation>
    </message>
    <message>
        <source>||.||_inf is for vectors, but this is {shape0}</source>
        <translation>||.||_inf 用于向量，但这里是 {shape0}</translation>
    </message>
    <message numerus="yes">
        <source>Computing … {n} steps so far.</source>
        <translation>
            <numerusform>正在计算… 已 {n} 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet converged after {n} steps: ‖∇f‖ is still {norm}.</source>
        <translation>
            <numerusform>{n} 步后尚未收敛：‖∇f‖ 仍为 {norm}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not converged after {n} steps: ‖∇f‖ is still {norm}.</source>
        <translation>
            <numerusform>{n} 步后未收敛：‖∇f‖ 仍为 {norm}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: converges after {n} steps.</source>
        <translation>
            <numerusform>整个运行：{n} 步后收敛。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: {n} steps, not converged by then.</source>
        <translation>
            <numerusform>整个运行：{n} 步，至此未收敛。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: diverges after {n} steps.</source>
        <translation>
            <numerusform>整个运行：{n} 步后发散。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: stops after {n} steps, where the function is undefined.</source>
        <translation>
            <numerusform>整个运行：{n} 步后停止，函数在该处没有定义。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: stopped after {n} steps.</source>
        <translation>
            <numerusform>整个运行：{n} 步后停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole run: cancelled after {n} steps.</source>
        <translation>
            <numerusform>整个运行：{n} 步后取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Converged after {n} steps: ‖∇f‖ is at most {tolerance}.</source>
        <translation>
            <numerusform>{n} 步后收敛：‖∇f‖ 不超过 {tolerance}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Diverged after {n} steps: the iterates run away.</source>
        <translation>
            <numerusform>{n} 步后发散：迭代点远去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n} steps: the step led where the function is undefined.</source>
        <translation>
            <numerusform>{n} 步后停止：这一步到了函数没有定义之处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} methods</source>
        <translation>
            <numerusform>{n} 种方法</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Turn the negative gradient by the {n} pairs that are kept.</source>
        <translation>
            <numerusform>用保留的 {n} 对变换负梯度。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Computing: {n:,} steps so far.</source>
        <translation>
            <numerusform>正在计算：已 {n:,} 步。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Converged after {n:,} steps: ‖∇f‖ is at most {tolerance:g}.</source>
        <translation>
            <numerusform>{n:,} 步后收敛：‖∇f‖ 不超过 {tolerance:g}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not yet converged after {n:,} steps: ‖∇f‖ is still {norm:.3g}.</source>
        <translation>
            <numerusform>{n:,} 步后尚未收敛：‖∇f‖ 仍为 {norm:.3g}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Diverged after {n:,} steps: the iterates run away.</source>
        <translation>
            <numerusform>{n:,} 步后发散：迭代点远去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps: the function or its gradient is not finite there.</source>
        <translation>
            <numerusform>{n:,} 步后停止：函数或其梯度在该处不是有限的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps: the step left the domain of the function.</source>
        <translation>
            <numerusform>{n:,} 步后停止：这一步离开了函数的定义域。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled after {n:,} steps.</source>
        <translation>
            <numerusform>{n:,} 步后取消。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after {n:,} steps.</source>
        <translation>
            <numerusform>{n:,} 步后停止。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw {n} rows of the data.</source>
        <translation>
            <numerusform>抽取数据的 {n} 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>by the chain rule scalars and vectors are derived; for a matrix use the method of differentials</source>
        <translation>链式法则用于标量和向量；矩阵请用微分法</translation>
    </message>
    <message>
        <source>there are more than {count} intermediate variables; use the method of differentials</source>
        <translation>中间变量多于 {count} 个；请用微分法</translation>
    </message>
    <message>
        <source>by way of a matrix the derivative of a vector is no product of Jacobians; use differentials</source>
        <translation>经过矩阵时，向量的导数不是雅可比矩阵之积；请用微分法</translation>
    </message>
    <message>
        <source>a part with more than two indices has no matrix form; use the method of differentials</source>
        <translation>多于两个指标的部分没有矩阵形式；请用微分法</translation>
    </message>
    <message>
        <source>three matrices meet at one index, which has no matrix form; use the method of differentials</source>
        <translation>三个矩阵在同一指标相遇，没有矩阵形式；请用微分法</translation>
    </message>
    <message>
        <source>an exponent that is not the same for all entries has no matrix form here</source>
        <translation>各元素不相同的指数在此没有矩阵形式</translation>
    </message>
    <message>
        <source>by components the second derivative is of a scalar by one vector; use differentials</source>
        <translation>按分量只求标量对一个向量的二阶导数；请用微分法</translation>
    </message>
    <message>
        <source>an explicit matrix has no entries at a letter; differentiate one entry, or use differentials</source>
        <translation>显式矩阵没有以字母为下标的元素；请对单个元素求导，或用微分法</translation>
    </message>
    <message>
        <source>an explicit vector by a matrix is derived by the method of differentials</source>
        <translation>显式向量对矩阵的导数用微分法</translation>
    </message>
    <message>
        <source>the stack of slices of the numerator layout is derived by the method of differentials</source>
        <translation>分子布局的切片堆叠用微分法求得</translation>
    </message>
    <message>
        <source>there is no rule for the partial derivative of {what}; use the method of differentials</source>
        <translation>{what} 的偏导数没有法则；请用微分法</translation>
    </message>
    <message>
        <source>written in entries the derivative is too long; name inner parts, or use differentials</source>
        <translation>按元素写出的导数太长；请为内部部分命名，或用微分法</translation>
    </message>
    <message>
        <source>the expression is too deep to be written in entries; use the chain rule, or differentials</source>
        <translation>表达式太深，无法按元素写出；请用链式法则或微分法</translation>
    </message>
    <message>
        <source>written in entries the function is too long; name inner parts, or use differentials</source>
        <translation>按元素写出的函数太长；请为内部部分命名，或用微分法</translation>
    </message>
    <message>
        <source>the document needs a font with its characters, for instance {font}; install one</source>
        <translation>文档需要含有其文字的字体，例如 {font}；请安装一种</translation>
    </message>
    <message>
        <source>The steps of this method lead uphill here; start elsewhere.</source>
        <translation>此方法的步在此处上升；请从别处开始。</translation>
    </message>
    <message>
        <source>{function} unchanged</source>
        <translation>{function} 不变</translation>
    </message>
    <message>
        <source>Allow more steps or a larger step size.</source>
        <translation>请增加步数或加大步长。</translation>
    </message>
    <message>
        <source>Allow more steps.</source>
        <translation>请增加步数。</translation>
    </message>
    <message>
        <source>The function has no lower bound in this direction.</source>
        <translation>函数沿此方向没有下界。</translation>
    </message>
    <message>
        <source>Each step overshoots; choose a smaller step size.</source>
        <translation>每一步都越过；请减小步长。</translation>
    </message>
    <message>
        <source>Click on the plot to choose a start.</source>
        <translation>单击图形选择起点。</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>{function} lower by {size}</source>
        <translation>{function} 降低 {size}</translation>
    </message>
    <message>
        <source>A descent needs a scalar function that can be plotted.</source>
        <translation>下降需要可作图的标量函数。</translation>
    </message>
    <message>
        <source>There is no gradient to descend along.</source>
        <translation>没有可沿其下降的梯度。</translation>
    </message>
    <message>
        <source>{function} higher by {size}</source>
        <translation>{function} 升高 {size}</translation>
    </message>
    <message>
        <source>part 1</source>
        <translation>第 1 部分</translation>
    </message>
    <message>
        <source>parts 1 to {last}</source>
        <translation>第 1 到 {last} 部分</translation>
    </message>
    <message>
        <source>The gradient vanishes at the start: nothing to descend.</source>
        <translation>起点处梯度为零：无处可降。</translation>
    </message>
    <message>
        <source>The function is undefined at the start; choose another one.</source>
        <translation>函数在起点没有定义；请另选。</translation>
    </message>
    <message>
        <source>Steps overshoot; choose a smaller step size.</source>
        <translation>步子越过了；请减小步长。</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Choose a smaller step size.</source>
        <translation>请减小步长。</translation>
    </message>
    <message>
        <source>Start elsewhere.</source>
        <translation>请从别处开始。</translation>
    </message>
    <message>
        <source>{method} has no number to vary; choose another method.</source>
        <translation>{method} 没有可变化的数；请另选方法。</translation>
    </message>
    <message>
        <source>a sum of squares</source>
        <translation>平方和</translation>
    </message>
    <message>
        <source>a sum over rows of data</source>
        <translation>对数据各行的和</translation>
    </message>
    <message>
        <source>Enter a number for the {parameter}.</source>
        <translation>请为{parameter}输入一个数。</translation>
    </message>
    <message>
        <source>“{text}” is no number for the {parameter}.</source>
        <translation>“{text}”不是{parameter}的数。</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>text of at most {limit} characters</source>
        <translation>不超过 {limit} 个字符的文本</translation>
    </message>
    <message>
        <source>text without halves of characters</source>
        <translation>不含半个字符的文本</translation>
    </message>
    <message>
        <source>The file is nested too deeply to be a gradviz document.</source>
        <translation>文件嵌套过深，不是 gradviz 文档。</translation>
    </message>
    <message>
        <source>Differentials: take the differential, move it inward rule by rule, and read the derivative off.
Components: write entries and sums, differentiate by one entry, let Kronecker deltas collapse the sums.
Chain rule: name the inner functions, and multiply their derivatives from the last to the first.
Definition: the part of f(x + u) - f(x) that is linear in u.</source>
        <translation>微分法：取微分，逐条规则向内推进，然后读出导数。
分量：写成元素与求和，对一个元素求导，再由克罗内克 δ 消去求和。
链式法则：命名各内层函数，将它们的导数由末至首相乘。
定义：f(x + u) - f(x) 中关于 u 线性的部分。</translation>
    </message>
    <message>
        <source>The language of the windows and of what they export</source>
        <translation>窗口及其导出内容所用的语言</translation>
    </message>
    <message>
        <source>the sizes cannot be settled</source>
        <translation>无法确定大小</translation>
    </message>
    <message>
        <source>{name} is {rows}×{columns}, but its value has {n} entries</source>
        <translation>{name} 是 {rows}×{columns}，但它的值有 {n} 个元素</translation>
    </message>
    <message>
        <source>there are no numbers for one of its parts yet</source>
        <translation>其中一部分还没有数值</translation>
    </message>
    <message>
        <source>a {rows}×{columns} matrix is too large</source>
        <translation>{rows}×{columns} 的矩阵太大</translation>
    </message>
    <message>
        <source>the dimension {name} has no size</source>
        <translation>维数 {name} 没有大小</translation>
    </message>
    <message>
        <source>{name} has no value</source>
        <translation>{name} 没有值</translation>
    </message>
    <message>
        <source>a differential has no value by itself</source>
        <translation>微分本身没有值</translation>
    </message>
    <message>
        <source>{name} has no formula, so it has no values</source>
        <translation>{name} 没有公式，因此没有值</translation>
    </message>
    <message>
        <source>there are no numbers for {function} yet</source>
        <translation>{function} 还没有数值</translation>
    </message>
    <message>
        <source>entry {row},{column} is outside a {rows}×{columns} matrix</source>
        <translation>元素 {row},{column} 超出 {rows}×{columns} 的矩阵</translation>
    </message>
    <message>
        <source>e_{index} stands for every unit vector and has no one value</source>
        <translation>e_{index} 代表任意单位向量，没有单一的值</translation>
    </message>
    <message>
        <source>e_{index} does not exist among {n} entries</source>
        <translation>{n} 个元素中没有 e_{index}</translation>
    </message>
    <message>
        <source>only a scalar function has a curve, and this one is {shape}</source>
        <translation>只有标量函数才有曲线，而这个是 {shape}</translation>
    </message>
    <message>
        <source>A curve needs a variable.</source>
        <translation>曲线需要一个变量。</translation>
    </message>
    <message>
        <source>Line {line} has {n} cell, and the line before has {width}.</source>
        <translation>第 {line} 行有 {n} 个单元格，而上一行有 {width} 个。</translation>
    </message>
    <message>
        <source>Line {line} has {n} cells, and the line before has {width}.</source>
        <translation>第 {line} 行有 {n} 个单元格，而上一行有 {width} 个。</translation>
    </message>
    <message>
        <source>Line {line} has {n} cell, and the heading has {width}.</source>
        <translation>第 {line} 行有 {n} 个单元格，而标题行有 {width} 个。</translation>
    </message>
    <message>
        <source>Line {line} has {n} cells, and the heading has {width}.</source>
        <translation>第 {line} 行有 {n} 个单元格，而标题行有 {width} 个。</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is infinite; every value must be a finite number.</source>
        <translation>第 {line} 行第 {column} 列为无穷；每个值都必须是有限的数。</translation>
    </message>
    <message>
        <source>The data has {data} numbers, and {name} is {size}.</source>
        <translation>数据有 {data} 个数，而{name}是 {size}。</translation>
    </message>
    <message>
        <source>There is no data called “{form}”; choose one of {forms}.</source>
        <translation>没有名为“{form}”的数据；请选择 {forms} 之一。</translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation>{name} 不是文本文件。</translation>
    </message>
    <message>
        <source>The file has no numbers in it.</source>
        <translation>文件中没有数。</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is empty; a number was expected.</source>
        <translation>第 {line} 行第 {column} 列为空；应为一个数。</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is NaN; every value must be a finite number.</source>
        <translation>第 {line} 行第 {column} 列为 NaN；每个值都必须是有限的数。</translation>
    </message>
    <message>
        <source>the symbol</source>
        <translation>该符号</translation>
    </message>
    <message>
        <source>The data has {data} numbers, and {name} is {size}. Transpose it?</source>
        <translation>数据有 {data} 个数，而{name}是 {size}。要转置吗？</translation>
    </message>
    <message>
        <source>The scale must be a finite number.</source>
        <translation>尺度必须是有限的数。</translation>
    </message>
    <message>
        <source>The noise must be zero or a positive number.</source>
        <translation>噪声必须为零或正数。</translation>
    </message>
    <message>
        <source>A matrix of {rows}×{columns} has no entries; both sizes must be at least 1.</source>
        <translation>{rows}×{columns} 的矩阵没有元素；两个大小都必须至少为 1。</translation>
    </message>
    <message>
        <source>{rows}×{columns} is more than {limit:,} numbers.</source>
        <translation>{rows}×{columns} 超过 {limit:,} 个数。</translation>
    </message>
    <message>
        <source>{name} has {size:.0f} MB; at most {limit:.0f} MB are read.</source>
        <translation>{name} 有 {size:.0f} MB；最多读取 {limit:.0f} MB。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}:{reason}。</translation>
    </message>
    <message>
        <source>The file has more than {limit:,} numbers.</source>
        <translation>文件中超过 {limit:,} 个数。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “{shown}” is not a number.</source>
        <translation>第 {line} 行第 {column} 列：“{shown}”不是数。</translation>
    </message>
    <message>
        <source>Line {line} cannot be taken apart: {error}.</source>
        <translation>无法解析第 {line} 行：{error}。</translation>
    </message>
    <message>
        <source>Around the point {valleys} valleys and {valleys} hills alternate: it behaves as a saddle.</source>
        <translation>该点周围 {valleys} 个谷与 {valleys} 个峰交替：它表现为鞍点。</translation>
    </message>
    <message>
        <source>Along some direction the function does not leave its value, as far as can be seen.</source>
        <translation>就所见而言，沿某个方向函数值不变。</translation>
    </message>
    <message>
        <source>All around the point the function is higher: it looks like a minimum.</source>
        <translation>在该点四周函数值都更高：看来是极小值点。</translation>
    </message>
    <message>
        <source>All around the point the function is lower: it looks like a maximum.</source>
        <translation>在该点四周函数值都更低：看来是极大值点。</translation>
    </message>
    <message>
        <source>The function is not defined all around the point.</source>
        <translation>函数在该点四周并非处处有定义。</translation>
    </message>
    <message>
        <source>What the function does near the point changes from circle to circle.</source>
        <translation>函数在该点附近的表现随圆而变。</translation>
    </message>
    <message>
        <source>The first Taylor form that is not zero has degree {order}.</source>
        <translation>第一个非零的泰勒形式是 {order} 次的。</translation>
    </message>
    <message>
        <source>Around the point the function goes down on one side and up on the other: no extremum.</source>
        <translation>在该点一侧函数下降，另一侧上升：没有极值。</translation>
    </message>
    <message>
        <source>there is no expression for the Hessian</source>
        <translation>黑塞矩阵没有表达式</translation>
    </message>
    <message>
        <source>There is no method “{id}”. Did you mean {near}? There are {known}.</source>
        <translation>没有方法“{id}”。是否指 {near}？有 {known}。</translation>
    </message>
    <message>
        <source>No step is low enough among {n} trials, down to a length of {length:.3g}.</source>
        <translation>{n} 次试探（步长直至 {length:.3g}）中没有足够低的。</translation>
    </message>
    <message>
        <source>The function is not defined at the point.</source>
        <translation>函数在该点没有定义。</translation>
    </message>
    <message>
        <source>The function has no gradient at the point.</source>
        <translation>函数在该点没有梯度。</translation>
    </message>
    <message>
        <source>numbers for matrices {name} that are {properties} are not made yet</source>
        <translation>还不能为 {properties} 的矩阵 {name} 生成数值</translation>
    </message>
    <message>
        <source>the sum over {index} has {n} terms that cannot be computed together, which is too many</source>
        <translation>对 {index} 的求和有 {n} 项，无法一起计算，太多了</translation>
    </message>
    <message>
        <source>{name} has two indices, and sums over such families have no numbers yet</source>
        <translation>{name} 有两个下标，对这种族的求和还没有数值</translation>
    </message>
    <message>
        <source>{name} stands for every member of a family, and the variable has to be one</source>
        <translation>{name} 代表族中的每一个，而变量必须是其中一个</translation>
    </message>
    <message>
        <source>there are no derivatives of {name} yet</source>
        <translation>{name} 还没有导数</translation>
    </message>
    <message>
        <source>only a scalar function is a landscape, and this one is {shape}</source>
        <translation>只有标量函数才有地形，而这个是 {shape}</translation>
    </message>
    <message>
        <source>the two axes are the same</source>
        <translation>两个轴相同</translation>
    </message>
    <message>
        <source>this landscape has no gradient</source>
        <translation>这个地形没有梯度</translation>
    </message>
    <message>
        <source>a map of the plane has two numbers as value, and this one has {rows}×{columns}</source>
        <translation>平面映射的值有两个数，而这里是 {rows}×{columns}</translation>
    </message>
    <message>
        <source>The function has no second derivatives at the point.</source>
        <translation>函数在该点没有二阶导数。</translation>
    </message>
    <message>
        <source>along ∇f</source>
        <translation>沿 ∇f</translation>
    </message>
    <message>
        <source>at a right angle to ∇f</source>
        <translation>与 ∇f 垂直</translation>
    </message>
    <message>
        <source>from point 1 to point 2</source>
        <translation>从点 1 到点 2</translation>
    </message>
    <message>
        <source>towards point 3</source>
        <translation>朝向点 3</translation>
    </message>
    <message>
        <source>along direction {number}</source>
        <translation>沿方向 {number}</translation>
    </message>
    <message>
        <source>{name} is not among the variables</source>
        <translation>{name} 不在变量之中</translation>
    </message>
    <message>
        <source>{name} has {n} entries, and none of number {number}</source>
        <translation>{name} 有 {n} 个元素，没有第 {number} 个</translation>
    </message>
    <message>
        <source>The gradient is not defined at the point, so it has no direction.</source>
        <translation>梯度在该点没有定义，因此没有方向。</translation>
    </message>
    <message>
        <source>The gradient is zero at the point, so it has no direction.</source>
        <translation>梯度在该点为零，因此没有方向。</translation>
    </message>
    <message>
        <source>The Hessian is not defined at the point, so it has no eigenvectors.</source>
        <translation>黑塞矩阵在该点没有定义，因此没有特征向量。</translation>
    </message>
    <message>
        <source>A plane needs at least two coordinates.</source>
        <translation>平面至少需要两个坐标。</translation>
    </message>
    <message>
        <source>The directions of the plane are not finite.</source>
        <translation>平面的方向不是有限的。</translation>
    </message>
    <message>
        <source>Two of the three points are the same.</source>
        <translation>三点中有两点相同。</translation>
    </message>
    <message>
        <source>A direction is zero.</source>
        <translation>有一个方向为零。</translation>
    </message>
    <message>
        <source>The three points lie on one line.</source>
        <translation>三点共线。</translation>
    </message>
    <message>
        <source>The directions are parallel.</source>
        <translation>两个方向平行。</translation>
    </message>
    <message>
        <source>{formula} is zero: its determinant has no logarithm, and the function has no values.</source>
        <translation>{formula} 为零：其行列式没有对数，函数没有值。</translation>
    </message>
    <message>
        <source>{formula} is singular: it has no inverse, and the function has no values.</source>
        <translation>{formula} 是奇异的：没有逆，函数没有值。</translation>
    </message>
    <message>
        <source>{formula} is singular: its determinant has no logarithm, and the function has no values.</source>
        <translation>{formula} 是奇异的：其行列式没有对数，函数没有值。</translation>
    </message>
    <message>
        <source>{formula} is zero: it has no inverse, and the function has no values.</source>
        <translation>{formula} 为零：没有逆，函数没有值。</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>无定义</translation>
    </message>
    <message numerus="yes">
        <source>{names} hold values of your own and would not fit; “New random values” gives them up.</source>
        <translation>
            <numerusform>{names} 的值是您给定的，尺寸将不相符；按“新的随机值”可放弃它们。</numerusform>
        </translation>
    </message>
    <message>
        <source>A vector takes one column of numbers.</source>
        <translation>向量需要一列数。</translation>
    </message>
    <message>
        <source>mean of the squared distances from the mean</source>
        <translation>与均值之差的平方的均值</translation>
    </message>
    <message>
        <source>root of the variance</source>
        <translation>方差的平方根</translation>
    </message>
    <message>
        <source>the mean of the squared distances from the mean</source>
        <translation>与均值之差的平方的均值</translation>
    </message>
    <message>
        <source>the root of the variance</source>
        <translation>方差的平方根</translation>
    </message>
    <message>
        <source>Every curvature vanishes here: 2/λ_max sets no bound.</source>
        <translation>此处所有曲率都为零：2/λ_max 不给出界。</translation>
    </message>
    <message>
        <source>The slope along the line changes its sign here: take this step.</source>
        <translation>沿直线的斜率在此变号：采纳这一步。</translation>
    </message>
    <message>
        <source>The search ends here: take the lowest point met.</source>
        <translation>搜索到此为止：取遇到的最低点。</translation>
    </message>
    <message>
        <source>the softmax of each row is differentiated as a whole</source>
        <translation>逐行的 softmax 作为整体求微分</translation>
    </message>
    <message>
        <source>the second derivative of a matrix function has no formula here</source>
        <translation>矩阵函数的二阶导数在这里没有公式</translation>
    </message>
    <message>
        <source>the Jacobian of a matrix function is an integral; scalar functions of it, as {scalar}, are derived</source>
        <translation>矩阵函数的雅可比矩阵是一个积分；它的标量函数（如 {scalar}）可以推导</translation>
    </message>
    <message>
        <source>the derivative of a matrix function</source>
        <translation>矩阵函数的导数</translation>
    </message>
    <message>
        <source>a list of points</source>
        <translation>点的列表</translation>
    </message>
    <message>
        <source>points of two numbers</source>
        <translation>由两个数组成的点</translation>
    </message>
    <message>
        <source>The gradient is nought: to first order no direction is better than another.</source>
        <translation>梯度为零：在一阶近似下，没有哪个方向比其他方向更好。</translation>
    </message>
    <message>
        <source>of a symmetric matrix the largest and the smallest are known: lambda_max(S), lambda_min(S)</source>
        <translation>对称矩阵的最大与最小特征值是已知的：lambda_max(S)、lambda_min(S)</translation>
    </message>
    <message>
        <source>norm(X, 1) of a matrix is its largest column sum, which is not known</source>
        <translation>矩阵的 norm(X, 1) 是最大列和，这里不支持</translation>
    </message>
    <message>
        <source>the sum of the absolute values of all entries is sum(abs(X))</source>
        <translation>所有元素绝对值之和写作 sum(abs(X))</translation>
    </message>
    <message>
        <source>softmax takes one argument, and 0 for the columns of a matrix</source>
        <translation>softmax 只有一个参数；第二个参数 0 表示按矩阵的列</translation>
    </message>
    <message>
        <source>square root of a matrix</source>
        <translation>矩阵的平方根</translation>
    </message>
    <message>
        <source>matrix logarithm</source>
        <translation>矩阵对数</translation>
    </message>
    <message>
        <source>pseudo-inverse of a matrix of full column rank</source>
        <translation>列满秩矩阵的伪逆</translation>
    </message>
    <message>
        <source>product of the entries</source>
        <translation>各元素之积</translation>
    </message>
    <message>
        <source>largest eigenvalue of a symmetric matrix</source>
        <translation>对称矩阵的最大特征值</translation>
    </message>
    <message>
        <source>smallest eigenvalue of a symmetric matrix</source>
        <translation>对称矩阵的最小特征值</translation>
    </message>
    <message>
        <source>eigenvector of the largest eigenvalue, of length one</source>
        <translation>最大特征值的单位特征向量</translation>
    </message>
    <message>
        <source>eigenvector of the smallest eigenvalue, of length one</source>
        <translation>最小特征值的单位特征向量</translation>
    </message>
    <message>
        <source>largest singular value, the spectral norm</source>
        <translation>最大奇异值，即谱范数</translation>
    </message>
    <message>
        <source>smallest singular value</source>
        <translation>最小奇异值</translation>
    </message>
    <message>
        <source>condition number</source>
        <translation>条件数</translation>
    </message>
    <message>
        <source>x where x &gt; 0, else a x; a is 0.01 unless it is said</source>
        <translation>x &gt; 0 时为 x，否则为 a x；a 未写明时为 0.01</translation>
    </message>
    <message>
        <source>logarithm of the logistic function</source>
        <translation>逻辑函数的对数</translation>
    </message>
    <message>
        <source>logarithm of the softmax</source>
        <translation>softmax 的对数</translation>
    </message>
    <message>
        <source>log(e^x + e^y)</source>
        <translation>log(e^x + e^y)</translation>
    </message>
    <message>
        <source>a where the condition holds, else b</source>
        <translation>条件成立处为 a，否则为 b</translation>
    </message>
    <message>
        <source>x, but at least a and at most b</source>
        <translation>x，但不小于 a、不大于 b</translation>
    </message>
    <message>
        <source>mean of the squared differences</source>
        <translation>差的平方的均值</translation>
    </message>
    <message>
        <source>number of entries</source>
        <translation>元素个数</translation>
    </message>
    <message>
        <source>number of rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>number of columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>number of rows; of columns size(X, 2)</source>
        <translation>行数；列数是 size(X, 2)</translation>
    </message>
    <message>
        <source>sum of each row</source>
        <translation>每一行的和</translation>
    </message>
    <message>
        <source>sum of each column</source>
        <translation>每一列的和</translation>
    </message>
    <message>
        <source>X&apos; Y; of one matrix X&apos; X</source>
        <translation>X&apos; Y；只给一个矩阵时是 X&apos; X</translation>
    </message>
    <message>
        <source>X Y&apos;; of one matrix X X&apos;</source>
        <translation>X Y&apos;；只给一个矩阵时是 X X&apos;</translation>
    </message>
    <message>
        <source>{name} is of a symmetric matrix, and this is not known to be one</source>
        <translation>{name} 的参数须是对称矩阵，而这里不知道它是否对称</translation>
    </message>
    <message>
        <source>declare it symmetric, or write sigma_max(X) for a singular value</source>
        <translation>请声明它对称，或用 sigma_max(X) 表示奇异值</translation>
    </message>
    <message>
        <source>what &apos;{word}&apos; says here is not understood</source>
        <translation>看不懂这里的“{word}”要说什么</translation>
    </message>
    <message>
        <source>say a property of a symbol, as in: where A is symmetric, t &gt; 0</source>
        <translation>请说明符号的性质，例如：where A is symmetric, t &gt; 0</translation>
    </message>
    <message numerus="yes">
        <source>{n} are stationary in this plane only.</source>
        <translation>
            <numerusform>其中 {n} 个仅在此平面内是驻点。</numerusform>
        </translation>
    </message>
    <message>
        <source>type the function itself; the order of the derivative is chosen beside it</source>
        <translation>请只输入函数本身；求导的阶数在旁边选择</translation>
    </message>
    <message>
        <source>this sum has no index, and {member} has the index {index}</source>
        <translation>这个求和没有指标，而 {member} 带有指标 {index}</translation>
    </message>
    <message>
        <source>write sum_{index} for the sum over {index}</source>
        <translation>对 {index} 求和请写 sum_{index}</translation>
    </message>
    <message>
        <source>the softmax of each row</source>
        <translation>逐行的 softmax</translation>
    </message>
    <message>
        <source>the softmax of each column</source>
        <translation>逐列的 softmax</translation>
    </message>
    <message>
        <source>its argument is a matrix</source>
        <translation>其自变量是矩阵</translation>
    </message>
    <message>
        <source>the largest singular value</source>
        <translation>最大奇异值</translation>
    </message>
    <message>
        <source>the 2-norm of a matrix</source>
        <translation>矩阵的 2-范数</translation>
    </message>
    <message>
        <source>the nuclear norm</source>
        <translation>核范数</translation>
    </message>
    <message>
        <source>of a matrix of full column rank: tr((X&apos; X)^(1/2))</source>
        <translation>对列满秩矩阵：tr((X&apos; X)^(1/2))</translation>
    </message>
    <message>
        <source>this range of a product is not known</source>
        <translation>不支持这样的连乘范围</translation>
    </message>
    <message>
        <source>a product runs over a whole index: \prod_{i=1}^{n}, or prod_i</source>
        <translation>连乘取遍整个指标：\prod_{i=1}^{n} 或 prod_i</translation>
    </message>
    <message>
        <source>the determinant of the diagonal matrix of its entries</source>
        <translation>以其元素为对角元的对角矩阵的行列式</translation>
    </message>
    <message>
        <source>the root of the largest eigenvalue of X&apos; X</source>
        <translation>X&apos; X 的最大特征值的平方根</translation>
    </message>
    <message>
        <source>the root of the smallest eigenvalue of X&apos; X, where X has no more columns than rows</source>
        <translation>X&apos; X 的最小特征值的平方根，其中 X 的列数不多于行数</translation>
    </message>
    <message>
        <source>the largest singular value over the smallest</source>
        <translation>最大奇异值与最小奇异值之比</translation>
    </message>
    <message>
        <source>of a matrix of full column rank: (A&apos; A)^-1 A&apos;</source>
        <translation>对列满秩矩阵：(A&apos; A)^-1 A&apos;</translation>
    </message>
    <message>
        <source>declare the factor instead, S = L L&apos;, and differentiate by L</source>
        <translation>改为声明因子，S = L L&apos;，并对 L 求导</translation>
    </message>
    <message>
        <source>write det(X) inv(X)</source>
        <translation>请写 det(X) inv(X)</translation>
    </message>
    <message>
        <source>write A x with the matrix A of the cross product by a</source>
        <translation>请写 A x，其中 A 是与 a 作叉积的矩阵</translation>
    </message>
    <message>
        <source>write A x with a constant triangular matrix A of ones</source>
        <translation>请写 A x，其中 A 是元素为 1 的常数三角矩阵</translation>
    </message>
    <message>
        <source>a median has no derivative worth the name</source>
        <translation>中位数没有值得一提的导数</translation>
    </message>
    <message>
        <source>write M .* X with a constant matrix M of ones and noughts</source>
        <translation>请写 M .* X，其中 M 是由 0 和 1 组成的常数矩阵</translation>
    </message>
    <message>
        <source>the nuclear norm is of a matrix, but this is {shape0}</source>
        <translation>核范数是对矩阵取的，而这里是 {shape0}</translation>
    </message>
    <message>
        <source>The step size is above 2/λ_max = {bound:.4g}: close by, every step along the steepest curvature overshoots to {factor:.3g} times as far out, so the iterates never settle here: they run away, or jump about where f is less curved.</source>
        <translation>步长大于 2/λ_max = {bound:.4g}：在附近，沿曲率最大方向的每一步都会越过极小点，到达 {factor:.3g} 倍远处，因此迭代点在这里永远不会稳定下来：它们或者发散，或者在 f 曲率较小处来回跳动。</translation>
    </message>
    <message>
        <source>Higher, and falling here: something lies between. Look nearer.</source>
        <translation>更高，而且在此处下降：两点之间另有起伏。往近处找。</translation>
    </message>
    <message>
        <source>Make it positive definite: raise the eigenvalues that are too small.</source>
        <translation>使其正定：抬高过小的特征值。</translation>
    </message>
    <message>
        <source>Converged at the start: ‖∇f‖ is at most {tolerance:g} there already.</source>
        <translation>在起点处就已收敛：‖∇f‖ 在那里已不超过 {tolerance:g}。</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>negative definite</source>
        <translation>负定</translation>
    </message>
    <message>
        <source>indefinite</source>
        <translation>不定</translation>
    </message>
    <message>
        <source>negative semidefinite</source>
        <translation>半负定</translation>
    </message>
    <message>
        <source>The function has no second derivatives here.</source>
        <translation>函数在此处没有二阶导数。</translation>
    </message>
    <message>
        <source>All second derivatives are zero: the second-order test does not decide.</source>
        <translation>所有二阶导数为零：二阶判别法无法判定。</translation>
    </message>
    <message>
        <source>The function curves upwards in every direction: a stationary point here would be a strict minimum.</source>
        <translation>函数沿每个方向都向上弯曲：此处若为驻点，则是严格极小值点。</translation>
    </message>
    <message>
        <source>The function curves downwards in every direction: a stationary point here would be a strict maximum.</source>
        <translation>函数沿每个方向都向下弯曲：此处若为驻点，则是严格极大值点。</translation>
    </message>
    <message>
        <source>The function curves up in one direction and down in another: a stationary point here would be a saddle.</source>
        <translation>函数沿一个方向向上弯曲，沿另一个方向向下弯曲：此处若为驻点，则是鞍点。</translation>
    </message>
    <message>
        <source>The function curves upwards or not at all: the second-order test does not decide.</source>
        <translation>函数向上弯曲或不弯曲：二阶判别法无法判定。</translation>
    </message>
    <message>
        <source>The function curves downwards or not at all: the second-order test does not decide.</source>
        <translation>函数向下弯曲或不弯曲：二阶判别法无法判定。</translation>
    </message>
    <message>
        <source>The function curves upwards in every direction: this stationary point is a strict minimum.</source>
        <translation>函数沿每个方向都向上弯曲：此驻点是严格极小值点。</translation>
    </message>
    <message>
        <source>The function curves downwards in every direction: this stationary point is a strict maximum.</source>
        <translation>函数沿每个方向都向下弯曲：此驻点是严格极大值点。</translation>
    </message>
    <message>
        <source>The function curves up in one direction and down in another: this stationary point is a saddle.</source>
        <translation>函数沿一个方向向上弯曲，沿另一个方向向下弯曲：此驻点是鞍点。</translation>
    </message>
    <message>
        <source>The view holds more stationary points than are listed ({n}); zoom in to see the rest.</source>
        <translation>视图中的驻点比列出的（{n} 个）更多；请放大查看其余的。</translation>
    </message>
    <message>
        <source>The view holds more stationary points than are listed; zoom in to see them.</source>
        <translation>视图中的驻点多于列出的驻点；放大即可看到它们。</translation>
    </message>
    <message>
        <source>The function is not defined anywhere in the view.</source>
        <translation>函数在视图中处处没有定义。</translation>
    </message>
    <message>
        <source>The second derivative is zero and does not decide; the first derivative that is not zero has order {order}, which is odd.</source>
        <translation>二阶导数为零，无法判定；第一个非零导数是 {order} 阶，为奇数。</translation>
    </message>
    <message>
        <source>The second derivative is zero and does not decide; the first derivative that is not zero has order {order}, which is even.</source>
        <translation>二阶导数为零，无法判定；第一个非零导数是 {order} 阶，为偶数。</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one changes from negative to positive.</source>
        <translation>二阶导数不能判定；一阶导数由负变正。</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one changes from positive to negative.</source>
        <translation>二阶导数不能判定；一阶导数由正变负。</translation>
    </message>
    <message>
        <source>The second derivative does not decide; the first one has the same sign to both sides.</source>
        <translation>二阶导数不能判定；一阶导数在两侧符号相同。</translation>
    </message>
    <message>
        <source>The second derivative is positive.</source>
        <translation>二阶导数为正。</translation>
    </message>
    <message>
        <source>The second derivative is negative.</source>
        <translation>二阶导数为负。</translation>
    </message>
    <message>
        <source>No derivative up to order 14 tells what it is.</source>
        <translation>直到 14 阶的导数都无法判定。</translation>
    </message>
    <message>
        <source>The formula has no {derivative} at the point: a part of it has a kink or a pole.</source>
        <translation>公式在该点没有{derivative}：其中一部分有尖点或极点。</translation>
    </message>
    <message>
        <source>first derivative</source>
        <translation>一阶导数</translation>
    </message>
    <message>
        <source>second derivative</source>
        <translation>二阶导数</translation>
    </message>
    <message>
        <source>third derivative</source>
        <translation>三阶导数</translation>
    </message>
    <message>
        <source>Beyond order {order} the coefficients are lost to rounding at this point.</source>
        <translation>在此点，高于 {order} 阶的系数因舍入误差而丢失。</translation>
    </message>
    <message>
        <source>derivative of order {order}</source>
        <translation>{order} 阶导数</translation>
    </message>
    <message>
        <source>The remainder is not defined near the point.</source>
        <translation>余项在该点附近没有定义。</translation>
    </message>
    <message>
        <source>The remainder is zero: the function is its own model here.</source>
        <translation>余项为零：函数在此就是它自己的模型。</translation>
    </message>
    <message>
        <source>The remainder is too small to measure.</source>
        <translation>余项太小，无法测量。</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>{first} or {second}</source>
        <translation>{first} 或 {second}</translation>
    </message>
    <message>
        <source>with {symbols}.</source>
        <translation>其中 {symbols}。</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>the trace</source>
        <translation>迹</translation>
    </message>
    <message>
        <source>the determinant</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>the logarithm of the determinant</source>
        <translation>行列式的对数</translation>
    </message>
    <message>
        <source>the sum of the entries</source>
        <translation>元素之和</translation>
    </message>
    <message>
        <source>the log-sum-exp</source>
        <translation>指数和的对数</translation>
    </message>
    <message>
        <source>the largest entry</source>
        <translation>最大元素</translation>
    </message>
    <message>
        <source>the place of the largest entry</source>
        <translation>最大元素的位置</translation>
    </message>
    <message>
        <source>the place of the smallest entry</source>
        <translation>最小元素的位置</translation>
    </message>
    <message>
        <source>the largest eigenvalue</source>
        <translation>最大特征值</translation>
    </message>
    <message>
        <source>the smallest eigenvalue</source>
        <translation>最小特征值</translation>
    </message>
    <message>
        <source>the eigenvector of the largest eigenvalue</source>
        <translation>最大特征值的特征向量</translation>
    </message>
    <message>
        <source>the eigenvector of the smallest eigenvalue</source>
        <translation>最小特征值的特征向量</translation>
    </message>
    <message>
        <source>the softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>the derivative of {function} at {argument} in the direction {direction}</source>
        <translation>{function}在 {argument} 处沿方向 {direction} 的导数</translation>
    </message>
    <message>
        <source>the diagonal</source>
        <translation>对角</translation>
    </message>
    <message>
        <source>the stacked columns</source>
        <translation>按列堆叠</translation>
    </message>
    <message>
        <source>the matrix exponential</source>
        <translation>矩阵指数</translation>
    </message>
    <message>
        <source>the matrix sine</source>
        <translation>矩阵正弦</translation>
    </message>
    <message>
        <source>the matrix cosine</source>
        <translation>矩阵余弦</translation>
    </message>
    <message>
        <source>the matrix logarithm</source>
        <translation>矩阵对数</translation>
    </message>
    <message>
        <source>the Kronecker product</source>
        <translation>克罗内克积</translation>
    </message>
    <message>
        <source>the exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>the logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>the square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>the sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>the cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>the tangent</source>
        <translation>正切</translation>
    </message>
    <message>
        <source>the absolute value</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>the sign</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>the positive part</source>
        <translation>正部</translation>
    </message>
    <message>
        <source>the step function</source>
        <translation>阶跃函数</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>the logarithm to base two</source>
        <translation>以二为底的对数</translation>
    </message>
    <message>
        <source>the logarithm to base ten</source>
        <translation>以十为底的对数</translation>
    </message>
    <message>
        <source>the error function</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>the normal density</source>
        <translation>正态密度</translation>
    </message>
    <message>
        <source>the logarithm of the gamma function</source>
        <translation>伽马函数的对数</translation>
    </message>
    <message>
        <source>the digamma function</source>
        <translation>双伽马函数</translation>
    </message>
    <message>
        <source>the trigamma function</source>
        <translation>三伽马函数</translation>
    </message>
    <message>
        <source>the one-norm</source>
        <translation>一范数</translation>
    </message>
    <message>
        <source>the maximum norm</source>
        <translation>无穷范数</translation>
    </message>
    <message>
        <source>the norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>横杠</translation>
    </message>
    <message>
        <source>tilde</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>dot</source>
        <translation>点</translation>
    </message>
    <message>
        <source>double dot</source>
        <translation>两点</translation>
    </message>
    <message>
        <source>check</source>
        <translation>勾</translation>
    </message>
    <message>
        <source>breve</source>
        <translation>短音符</translation>
    </message>
    <message>
        <source>star</source>
        <translation>星</translation>
    </message>
    <message>
        <source>{f} of {x} plus {u}, minus {f} of {x},</source>
        <translation>{f} 在 {x} 加 {u} 处的值，减 {f} 在 {x} 处的值，</translation>
    </message>
    <message>
        <source>the stacked columns of d {f}</source>
        <translation>按列堆叠的 d {f}</translation>
    </message>
    <message>
        <source>d of the gradient of {f}</source>
        <translation>d，{f} 的梯度</translation>
    </message>
    <message>
        <source>the gradient of {f} by {x}</source>
        <translation>{f} 对 {x} 的梯度</translation>
    </message>
    <message>
        <source>the derivative of {f} by {x}</source>
        <translation>{f} 对 {x} 的导数</translation>
    </message>
    <message>
        <source>the Jacobian of {f} by {x}</source>
        <translation>{f} 对 {x} 的雅可比矩阵</translation>
    </message>
    <message>
        <source>the Hessian of {f} by {x}</source>
        <translation>{f} 对 {x} 的黑塞矩阵</translation>
    </message>
    <message>
        <source>the Hessian block of {f} by {x} and {y}</source>
        <translation>{f} 对 {x} 和 {y} 的黑塞矩阵块</translation>
    </message>
    <message>
        <source>the derivative of {f} by {x} sub {k}</source>
        <translation>{f} 对 {x} 下标 {k} 的导数</translation>
    </message>
    <message>
        <source>the stationary {x}</source>
        <translation>驻点 {x}</translation>
    </message>
    <message>
        <source>the gradient of {f}</source>
        <translation>{f} 的梯度</translation>
    </message>
    <message>
        <source>the Jacobian of {f}</source>
        <translation>{f} 的雅可比矩阵</translation>
    </message>
    <message>
        <source>the Hessian of {f}</source>
        <translation>{f} 的黑塞矩阵</translation>
    </message>
    <message>
        <source>{left} equals {right}</source>
        <translation>{left} 等于 {right}</translation>
    </message>
    <message>
        <source>the sum over {index} from one to {upper} of {body}</source>
        <translation>{index} 从一到 {upper} 求和：{body}</translation>
    </message>
    <message>
        <source>the matrix whose stacked columns are {columns}</source>
        <translation>按列堆叠为 {columns} 的矩阵</translation>
    </message>
    <message>
        <source>the inner product of {left} and {right}</source>
        <translation>{left} 与 {right} 的内积</translation>
    </message>
    <message>
        <source>{base} sub {index}</source>
        <translation>{base} 下标 {index}</translation>
    </message>
    <message>
        <source> plus </source>
        <translation> 加 </translation>
    </message>
    <message>
        <source> minus </source>
        <translation> 减 </translation>
    </message>
    <message>
        <source>minus </source>
        <translation>负 </translation>
    </message>
    <message>
        <source>the gradient of </source>
        <translation>梯度 </translation>
    </message>
    <message>
        <source>the Hessian of </source>
        <translation>黑塞矩阵 </translation>
    </message>
    <message>
        <source> times entrywise </source>
        <translation> 逐元素乘 </translation>
    </message>
    <message>
        <source> divided entrywise by </source>
        <translation> 逐元素除以 </translation>
    </message>
    <message>
        <source> Kronecker </source>
        <translation> 克罗内克乘 </translation>
    </message>
    <message>
        <source>{mantissa} times ten to the {exponent}</source>
        <translation>{mantissa} 乘十的 {exponent} 次方</translation>
    </message>
    <message>
        <source>{base} to the power {exponent}</source>
        <translation>{base} 的 {exponent} 次幂</translation>
    </message>
    <message>
        <source>{power} entrywise</source>
        <translation>{power}，逐元素</translation>
    </message>
    <message>
        <source>{numerator} over {denominator}</source>
        <translation>{numerator} 除以 {denominator}</translation>
    </message>
    <message>
        <source>{function} of the quantity {content}, end of quantity,</source>
        <translation>括号，{content}，括号完，的{function}</translation>
    </message>
    <message>
        <source>{function} of {argument}</source>
        <translation>{argument} 的{function}</translation>
    </message>
    <message>
        <source>{base} transpose</source>
        <translation>{base} 转置</translation>
    </message>
    <message>
        <source>{base} inverse transpose</source>
        <translation>{base} 的逆的转置</translation>
    </message>
    <message>
        <source>entry {index} of {base}</source>
        <translation>{base} 的第 {index} 个元素</translation>
    </message>
    <message>
        <source>the matrix with the rows {rows}, end of matrix,</source>
        <translation>矩阵，各行为 {rows}，矩阵完，</translation>
    </message>
    <message>
        <source>{base} squared</source>
        <translation>{base} 的平方</translation>
    </message>
    <message>
        <source>{base} cubed</source>
        <translation>{base} 的立方</translation>
    </message>
    <message>
        <source>{base} inverse</source>
        <translation>{base} 的逆</translation>
    </message>
    <message>
        <source>the identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>the zero vector</source>
        <translation>零向量</translation>
    </message>
    <message>
        <source>the zero matrix</source>
        <translation>零矩阵</translation>
    </message>
    <message>
        <source>the all-ones vector</source>
        <translation>全一向量</translation>
    </message>
    <message>
        <source>the all-ones matrix</source>
        <translation>全一矩阵</translation>
    </message>
    <message>
        <source>d of {source}</source>
        <translation>d {source}</translation>
    </message>
    <message>
        <source>the quantity {content}, end of quantity,</source>
        <translation>括号，{content}，括号完，</translation>
    </message>
    <message>
        <source>the Jacobian of {F} by {V}</source>
        <translation>{F} 对 {V} 的雅可比矩阵</translation>
    </message>
    <message>
        <source>the second derivative of {f} by {x}</source>
        <translation>{f} 对 {x} 的二阶导数</translation>
    </message>
    <message>
        <source>d of the gradient of {f} by {x}</source>
        <translation>d，{f} 对 {x} 的梯度</translation>
    </message>
    <message>
        <source>d of the derivative of {f} by {x}</source>
        <translation>d，{f} 对 {x} 的导数</translation>
    </message>
    <message>
        <source>the stacked columns of d of the gradient of {f}</source>
        <translation>按列堆叠的 d，{f} 的梯度</translation>
    </message>
    <message>
        <source>the transpose of {body}</source>
        <translation>{body} 的转置</translation>
    </message>
    <message>
        <source>{left} times {right}</source>
        <translation>{left} 乘 {right}</translation>
    </message>
    <message>
        <source>the stacked {x}</source>
        <translation>按列堆叠的 {x}</translation>
    </message>
    <message>
        <source>{rule}; denominator layout: the transpose</source>
        <translation>{rule}；分母布局：取转置</translation>
    </message>
    <message>
        <source>The numerator layout writes the derivative of a scalar as a row, the transpose of the gradient.</source>
        <translation>分子布局把标量的导数写成行，即梯度的转置。</translation>
    </message>
    <message>
        <source>The denominator layout gives the variable the rows, so it shows the transpose of the Jacobian.</source>
        <translation>分母布局让行对应变量，因此显示雅可比矩阵的转置。</translation>
    </message>
    <message>
        <source>Stopped: {reason}.</source>
        <translation>已停止：{reason}。</translation>
    </message>
    <message>
        <source>no error at all</source>
        <translation>没有任何误差</translation>
    </message>
    <message>
        <source>Every step and the result were verified numerically at {places}, with {error}.</source>
        <translation>每一步和结果都在{places}上做了数值检验，{error}。</translation>
    </message>
    <message>
        <source>Read off</source>
        <translation>读出导数</translation>
    </message>
    <message>
        <source>{rule}; numerator layout: the transpose</source>
        <translation>{rule}；分子布局：取转置</translation>
    </message>
    <message>
        <source>{sentence} {layout}</source>
        <translation>{sentence}{layout}</translation>
    </message>
    <message>
        <source>{name} does not depend on {variable}, so the derivative by it is zero.</source>
        <translation>{name} 与 {variable} 无关，因此对它的导数为零。</translation>
    </message>
    <message>
        <source>Derivative of {function} by {variables}</source>
        <translation>{function} 对 {variables} 的导数</translation>
    </message>
    <message>
        <source>Not verified numerically.</source>
        <translation>没有做数值检验。</translation>
    </message>
    <message>
        <source>There was no step to verify.</source>
        <translation>没有可检验的步骤。</translation>
    </message>
    <message>
        <source>Numeric verification failed: {reason}.</source>
        <translation>数值检验未通过：{reason}。</translation>
    </message>
    <message>
        <source>a largest relative error of {error}</source>
        <translation>最大相对误差为 {error}</translation>
    </message>
    <message>
        <source>Second derivative of {function} by {variables}</source>
        <translation>{function} 对 {variables} 的二阶导数</translation>
    </message>
    <message>
        <source>Numeric verification failed: a step does not hold.</source>
        <translation>数值检验未通过：有一步不成立。</translation>
    </message>
    <message>
        <source>Every step shown was verified numerically.</source>
        <translation>显示的每一步都做了数值检验。</translation>
    </message>
    <message>
        <source>a step does not hold</source>
        <translation>有一步不成立</translation>
    </message>
    <message>
        <source>an entry of a Kronecker product needs two indices for one place</source>
        <translation>克罗内克积的一个元素的位置需要两个下标</translation>
    </message>
    <message>
        <source>an entry of vec needs two indices for one place</source>
        <translation>vec 的一个元素的位置需要两个下标</translation>
    </message>
    <message>
        <source>an entry of unvec needs two indices for one place</source>
        <translation>unvec 的一个元素的位置需要两个下标</translation>
    </message>
    <message>
        <source>an entry of a commutation matrix needs two indices for one place</source>
        <translation>交换矩阵的一个元素的位置需要两个下标</translation>
    </message>
    <message>
        <source>which entry is the largest (or smallest) is not told by its place</source>
        <translation>哪个元素最大（或最小）不能由其位置看出</translation>
    </message>
    <message>
        <source>the entries of {part} are not written down one by one</source>
        <translation>{part} 的元素不逐个写出</translation>
    </message>
    <message>
        <source>{reason}; use the method of differentials</source>
        <translation>{reason}；请使用微分法</translation>
    </message>
    <message>
        <source>an inverse</source>
        <translation>逆矩阵</translation>
    </message>
    <message>
        <source>an entrywise fraction</source>
        <translation>逐元素的分式</translation>
    </message>
    <message>
        <source>such an entrywise power</source>
        <translation>这样的逐元素幂</translation>
    </message>
    <message>
        <source>such a power</source>
        <translation>这样的幂</translation>
    </message>
    <message>
        <source>a power with a letter</source>
        <translation>以字母为指数的幂</translation>
    </message>
    <message>
        <source>a norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>a Kronecker product</source>
        <translation>克罗内克积</translation>
    </message>
    <message>
        <source>a largest or smallest entry</source>
        <translation>最大或最小元素</translation>
    </message>
    <message>
        <source>the larger of two</source>
        <translation>二者中较大者</translation>
    </message>
    <message>
        <source>a function without a formula</source>
        <translation>没有公式的函数</translation>
    </message>
    <message>
        <source>of a matrix power with a letter only X^k itself is differentiated, not X^(k - 1); give k a number</source>
        <translation>对于以字母为指数的矩阵幂，只能对 X^k 本身求微分，不能对 X^(k - 1)；请给 k 一个数值</translation>
    </message>
    <message>
        <source>a p-norm is of a vector here, but this is {shape0}</source>
        <translation>这里的 p-范数是对向量而言，而这是 {shape0}</translation>
    </message>
    <message>
        <source>of its entries: sum(abs(X).^p)^(1/p)</source>
        <translation>按元素计算：sum(abs(X).^p)^(1/p)</translation>
    </message>
    <message>
        <source>arrays of whole numbers are not known</source>
        <translation>不支持整数数组</translation>
    </message>
    <message>
        <source>the function itself is what is typed here</source>
        <translation>这里输入的是函数本身</translation>
    </message>
    <message>
        <source>to be done with the function</source>
        <translation>表示要对函数做什么</translation>
    </message>
    <message>
        <source>this line says the function once more</source>
        <translation>这一行把函数又写了一遍</translation>
    </message>
    <message>
        <source>keep one of the two lines</source>
        <translation>请保留两行中的一行</translation>
    </message>
    <message>
        <source>a sum of all these terms</source>
        <translation>对所有这些项求和</translation>
    </message>
    <message>
        <source>the later ones use its index too</source>
        <translation>后面的项也用到它的下标</translation>
    </message>
    <message>
        <source>write abs(...) for the size of every entry, or ||...|| for the norm</source>
        <translation>每个元素的绝对值请写 abs(...)，范数请写 ||...||</translation>
    </message>
    <message>
        <source>bars are for numbers and square matrices, but this is {shape0}</source>
        <translation>竖线用于数和方阵，而这是 {shape0}</translation>
    </message>
    <message>
        <source>did you mean .^ (entry by entry), or the squared norm ||...||^2?</source>
        <translation>是否指 .^（逐元素）或范数的平方 ||...||^2？</translation>
    </message>
    <message>
        <source>the derivative of {word} is not written with a prime here</source>
        <translation>这里不用撇号表示 {word} 的导数</translation>
    </message>
    <message>
        <source>write it out, for example sigma(x) .* (1 - sigma(x)) or 1 - tanh(x).^2</source>
        <translation>请把它写出来，例如 sigma(x) .* (1 - sigma(x)) 或 1 - tanh(x).^2</translation>
    </message>
    <message numerus="yes">
        <source>{n} inflections</source>
        <translation>
            <numerusform>{n} 个拐点</numerusform>
        </translation>
    </message>
    <message>
        <source>To first order the map takes everything here to one point.</source>
        <translation>在一阶近似下，映射把此处的一切映到同一点。</translation>
    </message>
    <message>
        <source>{x} goes from {x0} to {x1}, {y} from {y0} to {y1}, and {function} from {low} to {high}.</source>
        <translation>{x} 从 {x0} 到 {x1}，{y} 从 {y0} 到 {y1}，{function} 从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>The function&apos;s value has two numbers, so it is drawn as a map of the plane, which takes two numbers: choose two variables beside “by”.</source>
        <translation>函数的值是两个数，因此画作平面的映射，而它需要两个自变量：请在“对”旁选择两个变量。</translation>
    </message>
    <message>
        <source>Where f has no gradient, as at a corner, a minimum or maximum is not listed.</source>
        <translation>在 f 没有梯度的地方（例如尖点处），极小值或极大值不在列表中。</translation>
    </message>
    <message>
        <source>In a part of the view the function is constant, as far as floating-point numbers tell: every point there is stationary.</source>
        <translation>就浮点数所能分辨的而言，函数在视图的一部分上为常数：那里的每一点都是驻点。</translation>
    </message>
    <message>
        <source>The contours of the model are ellipses, {ratio} times as long as wide.</source>
        <translation>模型的等高线是椭圆，长是宽的 {ratio} 倍。</translation>
    </message>
    <message>
        <source>The contours of the model are circles.</source>
        <translation>模型的等高线是圆。</translation>
    </message>
    <message>
        <source>No damping makes f fall: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>任何阻尼都不能使 f 下降：f 已低到舍入误差所允许的程度，或在此处有折点。</translation>
    </message>
    <message>
        <source>The line search finds no lower point: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>线搜索找不到更低的点：f 已低到舍入误差所允许的程度，或在此处有折点。</translation>
    </message>
    <message>
        <source>No radius makes f fall: f is as low as rounding lets it get, or has a kink here.</source>
        <translation>任何半径都不能使 f 下降：f 已低到舍入误差所允许的程度，或在此处有折点。</translation>
    </message>
    <message>
        <source>write x_{index} for a member, or sum(x) for the sum of all entries</source>
        <translation>族中的成员请写 x_{index}，所有元素之和请写 sum(x)</translation>
    </message>
    <message>
        <source>nothing under this sum has the index {index}</source>
        <translation>这个求和号下没有带下标 {index} 的量</translation>
    </message>
    <message numerus="yes">
        <source>{n} values</source>
        <translation>
            <numerusform>{n} 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>Space plays, ← and → step, ↑ and ↓ change the speed, also in the plot</source>
        <translation>空格键播放，← 和 → 单步，↑ 和 ↓ 调速，在图中同样有效</translation>
    </message>
    <message>
        <source>Arrow keys move the point, with Shift finely; Alt and arrow keys move the view, + and − zoom, Home brings the first view back, Enter starts a descent at the point. While a descent is shown, arrows, Home and End go through its steps and Space plays it; with Ctrl they move the point and the view.</source>
        <translation>方向键移动点，加 Shift 则细微移动；Alt 加方向键移动视图，+ 和 − 缩放，Home 恢复最初视图，Enter 从该点开始下降。显示下降过程时，方向键、Home 和 End 在各步之间移动，空格键播放；加 Ctrl 则移动点和视图。</translation>
    </message>
    <message>
        <source>{name} is one of a family under a sum; by a member of it the method of differentials derives</source>
        <translation>{name} 是求和号下一族变量中的一个；对其中一个成员求导请用微分法</translation>
    </message>
    <message>
        <source>{name} is a member of the sum over {index} and stands in its terms elsewhere too</source>
        <translation>{name} 是关于 {index} 求和的一个成员，又在各项的其他位置出现</translation>
    </message>
    <message>
        <source>{name} is one of a family, but has another shape than it</source>
        <translation>{name} 是一族变量中的一个，但形状与该族不同</translation>
    </message>
    <message>
        <source>the term with {index} = {place} of this sum cannot be written</source>
        <translation>无法写出此和中 {index} = {place} 的那一项</translation>
    </message>
    <message>
        <source>{name} needs sizes that fit, but `{part0}` is {size0} and `{part1}` is {size1}</source>
        <translation>{name} 需要相容的大小，但 `{part0}` 是 {size0}，`{part1}` 是 {size1}</translation>
    </message>
    <message>
        <source>outer needs two columns, but this is {shape0}</source>
        <translation>outer 需要两个列向量，但这是 {shape0}</translation>
    </message>
    <message>
        <source>count from one: sum_{t=1}^{n}, with a family of its own (z_t) for what is shifted</source>
        <translation>从一开始计数：sum_{t=1}^{n}，错位的部分另用一族变量 (z_t)</translation>
    </message>
    <message>
        <source>name the shifted members as a family of their own: z_t for x_{t-1}</source>
        <translation>请为错位的成员另取一族变量：用 z_t 表示 x_{t-1}</translation>
    </message>
    <message>
        <source>leave the subscript of a function out: h(x_i) with h: R^n -&gt; R, or write the model itself: w&apos; x_i</source>
        <translation>去掉函数的下标：h(x_i)，其中 h: R^n -&gt; R；或直接写出模型：w&apos; x_i</translation>
    </message>
    <message>
        <source>{name} cannot be written: the disk is full.</source>
        <translation>无法写入 {name}：磁盘已满。</translation>
    </message>
    <message>
        <source>It is lowest near {low}, and highest near {high}.</source>
        <translation>最低处在 {low} 附近，最高处在 {high} 附近。</translation>
    </message>
    <message>
        <source>{function} is not defined in {share} % of the view, which is hatched.</source>
        <translation>{function} 在视图的 {share} % 中没有定义，该部分画有阴影线。</translation>
    </message>
    <message>
        <source>gradient = ({components})</source>
        <translation>梯度 = ({components})</translation>
    </message>
    <message>
        <source>gradient norm = {norm}</source>
        <translation>梯度范数 = {norm}</translation>
    </message>
    <message>
        <source>The commas were read as decimal: “{text}” is {value}.</source>
        <translation>逗号按小数点读取：“{text}”即 {value}。</translation>
    </message>
    <message>
        <source>“{text}” was read as two numbers; if its comma is decimal, write a point.</source>
        <translation>“{text}”被读作两个数；如果其中的逗号是小数点，请改写为点。</translation>
    </message>
    <message>
        <source>Nowhere around the point is the function lower, but along some direction it keeps its value: a minimum that is not strict.</source>
        <translation>在该点周围函数值处处不更小，但沿某个方向保持不变：这是非严格的极小值。</translation>
    </message>
    <message>
        <source>Nowhere around the point is the function higher, but along some direction it keeps its value: a maximum that is not strict.</source>
        <translation>在该点周围函数值处处不更大，但沿某个方向保持不变：这是非严格的极大值。</translation>
    </message>
    <message>
        <source>This is no minimum: f curves downwards here.</source>
        <translation>这不是极小值点：f 在此处向下弯曲。</translation>
    </message>
    <message>
        <source>This is a saddle point, not a minimum: f also curves downwards here.</source>
        <translation>这是鞍点而不是极小值点：f 在此处沿某些方向向下弯曲。</translation>
    </message>
    <message>
        <source>Solve the linear least squares, damped by λ, for the step.</source>
        <translation>解带阻尼 λ 的线性最小二乘得到步。</translation>
    </message>
    <message>
        <source>The data has {rows} rows; the batch must be at most that.</source>
        <translation>数据共有 {rows} 行；每批不能超过这个数。</translation>
    </message>
    <message>
        <source>The model is low enough within the region.</source>
        <translation>模型在区域内部已足够小。</translation>
    </message>
    <message>
        <source>Downhill the model is lowest at the Cauchy point.</source>
        <translation>沿负梯度方向，模型在柯西点处最小。</translation>
    </message>
    <message>
        <source>The model is lowest of all at the Newton point.</source>
        <translation>模型的最小值在牛顿点处取得。</translation>
    </message>
    <message>
        <source>Go towards the Cauchy point, then towards the Newton point, as far as the region&apos;s edge.</source>
        <translation>先走向柯西点，再走向牛顿点，直到区域边界为止。</translation>
    </message>
    <message>
        <source>Make the model lower by conjugate gradients, as far as the region&apos;s edge.</source>
        <translation>用共轭梯度法减小模型，直到区域边界为止。</translation>
    </message>
</context>
<context>
    <name>EngineDialog</name>
    <message>
        <source>How the Engine Works</source>
        <translation>引擎如何工作</translation>
    </message>
    <message>
        <source>Search the page on the engine</source>
        <translation>在引擎页面中查找</translation>
    </message>
    <message>
        <source>Reading the code…</source>
        <translation>正在读取代码…</translation>
    </message>
    <message>
        <source>The page cannot be shown.</source>
        <translation>无法显示该页面。</translation>
    </message>
</context>
<context>
    <name>ExportButton</name>
    <message>
        <source>Export the descent</source>
        <translation>导出下降过程</translation>
    </message>
    <message>
        <source>Export what is shown here, one descent or all that are compared: GIF, MP4, CSV</source>
        <translation>导出此处所示内容——单次下降或所有参与比较的下降：GIF、MP4、CSV</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{name}: what is wrong with the value</source>
        <translation>{name}：值的问题所在</translation>
    </message>
</context>
<context>
    <name>FitPage</name>
    <message>
        <source>The fit to the data</source>
        <translation>对数据的拟合</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>The fit to the data</source>
        <translation>对数据的拟合</translation>
    </message>
    <message>
        <source>The data, and the fit of this step</source>
        <translation>数据，以及这一步的拟合</translation>
    </message>
    <message>
        <source>The update as notes print it</source>
        <translation>讲义中的更新式</translation>
    </message>
    <message>
        <source>The minimum and this step</source>
        <translation>极小值与这一步</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>There is no single minimum: the columns of {} depend on one another.</source>
        <translation>没有唯一的极小值：{} 的各列线性相关。</translation>
    </message>
    <message>
        <source>There is no minimum: a plane separates the classes, and {} grows without end.</source>
        <translation>没有极小值：有平面把两类分开，{} 无限增长。</translation>
    </message>
    <message>
        <source>{values}, coordinate by coordinate: there is no closed form</source>
        <translation>{values}，逐坐标求得：没有闭式解</translation>
    </message>
    <message>
        <source>{values}, by Newton&apos;s method: there is no closed form</source>
        <translation>{values}，由牛顿法求得：没有闭式解</translation>
    </message>
    <message>
        <source>every row fitted exactly: {formula}</source>
        <translation>每一行都被精确拟合：{formula}</translation>
    </message>
    <message>
        <source>{} of {} rows are on their side.</source>
        <translation>{} / {} 行在各自一侧。</translation>
    </message>
    <message>
        <source>The boundary of this step lies beyond the data.</source>
        <translation>这一步的边界位于数据范围之外。</translation>
    </message>
    <message>
        <source>The boundary lies beyond the data: it goes through 0. A column of ones in {} frees it.</source>
        <translation>边界位于数据范围之外：它必过原点。在 {} 中加一列 1 即可让它移动。</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Chain rule and networks</source>
        <translation>链式法则与网络</translation>
    </message>
    <message>
        <source>A score with softmax</source>
        <translation>带 softmax 的得分</translation>
    </message>
    <message>
        <source>Attention for one query.</source>
        <translation>单个查询的注意力。</translation>
    </message>
    <message>
        <source>Landscapes</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Beale&apos;s function</source>
        <translation>Beale 函数</translation>
    </message>
    <message>
        <source>Flat, with steep walls.</source>
        <translation>平坦，四壁陡峭。</translation>
    </message>
    <message>
        <source>Quadratic forms and least squares</source>
        <translation>二次型与最小二乘</translation>
    </message>
    <message>
        <source>Bilinear form by its matrix</source>
        <translation>双线性型对矩阵求导</translation>
    </message>
    <message>
        <source>A scalar is its own trace; then the trace is turned.</source>
        <translation>标量等于自身的迹；然后循环移动迹中的因子。</translation>
    </message>
    <message>
        <source>Booth&apos;s function</source>
        <translation>Booth 函数</translation>
    </message>
    <message>
        <source>One minimum in a tilted bowl.</source>
        <translation>倾斜碗中的一个极小值。</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>三峰骆驼函数</translation>
    </message>
    <message>
        <source>Three minima.</source>
        <translation>三个极小值。</translation>
    </message>
    <message>
        <source>Chain of unspecified functions</source>
        <translation>没有公式的函数的复合</translation>
    </message>
    <message>
        <source>The Jacobian of the inner function, transposed, times the gradient of the outer one.</source>
        <translation>内层函数的雅可比矩阵的转置，乘以外层函数的梯度。</translation>
    </message>
    <message>
        <source>A bowl with a condition number</source>
        <translation>带条件数的碗</translation>
    </message>
    <message>
        <source>Drag the slider of κ in Values: from a round bowl to a narrow valley.</source>
        <translation>在“值”中拖动 κ 的滑块：从圆碗到窄谷。</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>Cosine similarity</source>
        <translation>余弦相似度</translation>
    </message>
    <message>
        <source>How well two directions agree.</source>
        <translation>两个方向的一致程度。</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Cross-entropy of a softmax</source>
        <translation>softmax 的交叉熵</translation>
    </message>
    <message>
        <source>Prediction minus truth, times the input.</source>
        <translation>预测减去真值，乘以输入。</translation>
    </message>
    <message>
        <source>A vector times its squared length</source>
        <translation>向量乘以自身长度的平方</translation>
    </message>
    <message>
        <source>The scalar moves out in front, and an identity makes the shapes add.</source>
        <translation>标量移到前面，单位矩阵使形状可以相加。</translation>
    </message>
    <message>
        <source>Entries and layouts</source>
        <translation>元素与布局</translation>
    </message>
    <message>
        <source>A curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>A vector by a scalar: the velocity.</source>
        <translation>向量对标量：速度。</translation>
    </message>
    <message>
        <source>Matrices</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Determinant</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>Jacobi&apos;s formula.</source>
        <translation>雅可比公式。</translation>
    </message>
    <message>
        <source>Two wells</source>
        <translation>双势阱</translation>
    </message>
    <message>
        <source>Two minima and a saddle between them.</source>
        <translation>两个极小值，中间一个鞍点。</translation>
    </message>
    <message>
        <source>Exponential of a squared length</source>
        <translation>长度平方的指数</translation>
    </message>
    <message>
        <source>The chain rule for a scalar function of a scalar.</source>
        <translation>标量的标量函数的链式法则。</translation>
    </message>
    <message>
        <source>Matrix factorisation</source>
        <translation>矩阵分解</translation>
    </message>
    <message>
        <source>The gradients by both factors.</source>
        <translation>对两个因子的梯度。</translation>
    </message>
    <message>
        <source>Distance of matrices</source>
        <translation>矩阵的距离</translation>
    </message>
    <message>
        <source>The squared Frobenius norm as a trace.</source>
        <translation>弗罗贝尼乌斯范数的平方写成迹。</translation>
    </message>
    <message>
        <source>Likelihood by the precision matrix</source>
        <translation>似然对精度矩阵</translation>
    </message>
    <message>
        <source>The log-determinant against a quadratic form.</source>
        <translation>对数行列式与二次型的平衡。</translation>
    </message>
    <message>
        <source>Likelihood of a normal distribution</source>
        <translation>正态分布的似然</translation>
    </message>
    <message>
        <source>By the mean: (x - mu) / s^2.</source>
        <translation>对均值：(x - mu) / s^2。</translation>
    </message>
    <message>
        <source>Second derivatives</source>
        <translation>二阶导数</translation>
    </message>
    <message>
        <source>Hessian of a quadratic form</source>
        <translation>二次型的黑塞矩阵</translation>
    </message>
    <message>
        <source>A + A&apos;.</source>
        <translation>A + A&apos;。</translation>
    </message>
    <message>
        <source>Hessian of the logistic loss</source>
        <translation>逻辑损失的黑塞矩阵</translation>
    </message>
    <message>
        <source>Positive semidefinite: the loss is convex.</source>
        <translation>半正定：损失是凸的。</translation>
    </message>
    <message>
        <source>Hessian of log-sum-exp</source>
        <translation>log-sum-exp 的黑塞矩阵</translation>
    </message>
    <message>
        <source>The covariance of a softmax.</source>
        <translation>softmax 的协方差。</translation>
    </message>
    <message>
        <source>Hessian of least squares</source>
        <translation>最小二乘的黑塞矩阵</translation>
    </message>
    <message>
        <source>2 X&apos;X, positive definite for full column rank.</source>
        <translation>2 X&apos;X，列满秩时正定。</translation>
    </message>
    <message>
        <source>Himmelblau&apos;s function</source>
        <translation>Himmelblau 函数</translation>
    </message>
    <message>
        <source>Four minima of equal depth.</source>
        <translation>四个同样深的极小值。</translation>
    </message>
    <message>
        <source>Least squares as an inner product</source>
        <translation>最小二乘写成内积</translation>
    </message>
    <message>
        <source>Through u = y - W x, or by expanding the brackets: both ways agree.</source>
        <translation>通过 u = y - W x，或展开括号：两种方法一致。</translation>
    </message>
    <message>
        <source>Inverse</source>
        <translation>逆矩阵</translation>
    </message>
    <message>
        <source>From A^-1 A = I, both sides differentiated.</source>
        <translation>由 A^-1 A = I 两边求微分。</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>A penalty with corners.</source>
        <translation>带棱角的惩罚项。</translation>
    </message>
    <message>
        <source>The weights of a linear layer</source>
        <translation>线性层的权重</translation>
    </message>
    <message>
        <source>By weights and bias: the gradient at the output, times the input.</source>
        <translation>对权重和偏置：输出处的梯度乘以输入。</translation>
    </message>
    <message>
        <source>Loss after a linear layer</source>
        <translation>线性层之后的损失</translation>
    </message>
    <message>
        <source>The gradient goes back through the transposed weights.</source>
        <translation>梯度经转置的权重传回。</translation>
    </message>
    <message>
        <source>Least squares by the matrix</source>
        <translation>最小二乘对矩阵求导</translation>
    </message>
    <message>
        <source>The gradient by the data matrix is of rank one.</source>
        <translation>对数据矩阵的梯度秩为一。</translation>
    </message>
    <message>
        <source>Least squares as a product</source>
        <translation>最小二乘写成乘积</translation>
    </message>
    <message>
        <source>The same loss, multiplied out.</source>
        <translation>同一个损失，乘开来写。</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>From the loss to its gradient, its normal equations and its minimum.</source>
        <translation>从损失到梯度、正规方程和最小值。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>The gradient of the length is the unit vector; at the origin there is none.</source>
        <translation>长度的梯度是单位向量；在原点没有梯度。</translation>
    </message>
    <message>
        <source>A line through data</source>
        <translation>过数据的直线</translation>
    </message>
    <message>
        <source>Least squares by descent; the line is drawn beside the plane of its weights (Fit).</source>
        <translation>用下降法求最小二乘；直线画在权重平面旁（“拟合”）。</translation>
    </message>
    <message>
        <source>Linear form</source>
        <translation>线性型</translation>
    </message>
    <message>
        <source>Its gradient is the coefficient vector; by definition.</source>
        <translation>它的梯度是系数向量；按定义。</translation>
    </message>
    <message>
        <source>Linear map</source>
        <translation>线性映射</translation>
    </message>
    <message>
        <source>The Jacobian; in denominator layout its transpose.</source>
        <translation>雅可比矩阵；分母布局中取其转置。</translation>
    </message>
    <message>
        <source>Log-determinant</source>
        <translation>对数行列式</translation>
    </message>
    <message>
        <source>The gradient is the inverse.</source>
        <translation>梯度是逆矩阵。</translation>
    </message>
    <message>
        <source>Log-sum-exp with a minimum</source>
        <translation>有极小值的 log-sum-exp</translation>
    </message>
    <message>
        <source>Smooth and convex, with steep walls: Boyd&apos;s and Vandenberghe&apos;s example for line searches.</source>
        <translation>光滑且凸，壁很陡：Boyd 与 Vandenberghe 的线搜索例子。</translation>
    </message>
    <message>
        <source>Log-sum-exp</source>
        <translation>Log-sum-exp</translation>
    </message>
    <message>
        <source>A smooth maximum; its gradient is the softmax.</source>
        <translation>光滑的最大值；其梯度是 softmax。</translation>
    </message>
    <message>
        <source>Logistic regression on data</source>
        <translation>数据上的逻辑回归</translation>
    </message>
    <message>
        <source>Two classes that overlap; the boundary is drawn beside the plane of its weights (Fit).</source>
        <translation>两个重叠的类；分界线画在权重平面旁（“拟合”）。</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>The loss over all data.</source>
        <translation>全部数据上的损失。</translation>
    </message>
    <message>
        <source>Logistic loss</source>
        <translation>逻辑损失</translation>
    </message>
    <message>
        <source>The chain rule, and a fraction recognised as the sigmoid.</source>
        <translation>链式法则，以及识别为 sigmoid 的分式。</translation>
    </message>
    <message>
        <source>A matrix of powers</source>
        <translation>幂组成的矩阵</translation>
    </message>
    <message>
        <source>A matrix by a scalar, entry by entry.</source>
        <translation>矩阵对标量，逐元素。</translation>
    </message>
    <message>
        <source>A matrix by two variables</source>
        <translation>矩阵对两个变量</translation>
    </message>
    <message>
        <source>Eight partial derivatives, and how they are arranged.</source>
        <translation>八个偏导数，以及它们的排列。</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>猴鞍</translation>
    </message>
    <message>
        <source>The test by second derivatives does not decide here.</source>
        <translation>二阶判别法在此无法判定。</translation>
    </message>
    <message>
        <source>A narrow bowl</source>
        <translation>狭窄的碗</translation>
    </message>
    <message>
        <source>A condition number of 25: the steepest descent zigzags.</source>
        <translation>条件数为 25：最速下降走之字形。</translation>
    </message>
    <message>
        <source>A network with a squared loss</source>
        <translation>平方损失的网络</translation>
    </message>
    <message>
        <source>Two layers, tanh between them.</source>
        <translation>两层，中间为 tanh。</translation>
    </message>
    <message>
        <source>A network of two layers, six weights</source>
        <translation>两层网络，六个权重</translation>
    </message>
    <message>
        <source>Three hidden units: the plane of the descent shows most of how the weights move.</source>
        <translation>三个隐藏单元：下降平面显示了权重运动的大部分。</translation>
    </message>
    <message>
        <source>A network of three layers</source>
        <translation>三层网络</translation>
    </message>
    <message>
        <source>Backpropagation: what later layers found is used again in earlier ones.</source>
        <translation>反向传播：后面各层的结果在前面各层中再次使用。</translation>
    </message>
    <message>
        <source>A gradient as a row</source>
        <translation>写成行的梯度</translation>
    </message>
    <message>
        <source>In numerator layout the derivative of a scalar is a row.</source>
        <translation>在分子布局中，标量的导数是行。</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <source>The first derivative of all.</source>
        <translation>最初的导数。</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Far out the gradient is next to nought: a fixed step hardly moves.</source>
        <translation>远处梯度几乎为零：固定步长几乎不动。</translation>
    </message>
    <message>
        <source>Quadratic form</source>
        <translation>二次型</translation>
    </message>
    <message>
        <source>The product rule, and a scalar that is its own transpose.</source>
        <translation>乘积法则，以及等于自身转置的标量。</translation>
    </message>
    <message>
        <source>Rastrigin&apos;s function</source>
        <translation>Rastrigin 函数</translation>
    </message>
    <message>
        <source>A bowl with many dents.</source>
        <translation>布满小坑的碗。</translation>
    </message>
    <message>
        <source>A ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <source>A steep valley with a gentle slope along it: momentum and adaptive steps shine.</source>
        <translation>陡峭的谷，沿谷坡度平缓：动量和自适应步长大显身手。</translation>
    </message>
    <message>
        <source>Ridge regression</source>
        <translation>岭回归</translation>
    </message>
    <message>
        <source>A penalty on the length makes the solution unique.</source>
        <translation>对长度的惩罚使解唯一。</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s valley</source>
        <translation>Rosenbrock 山谷</translation>
    </message>
    <message>
        <source>A long bent valley: hard for the steepest descent.</source>
        <translation>弯曲的长谷：最速下降难以应付。</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>Down one way, up the other.</source>
        <translation>一个方向向下，另一个方向向上。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Its derivative is itself times one minus itself.</source>
        <translation>它的导数是自身乘以一减自身。</translation>
    </message>
    <message>
        <source>Two hills</source>
        <translation>两座山丘</translation>
    </message>
    <message>
        <source>Sums of bells.</source>
        <translation>钟形函数之和。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>The Jacobian diag(s) - s s&apos;.</source>
        <translation>雅可比矩阵 diag(s) - s s&apos;。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>A smooth ramp.</source>
        <translation>光滑的斜坡。</translation>
    </message>
    <message>
        <source>Squared length</source>
        <translation>长度的平方</translation>
    </message>
    <message>
        <source>The square of a vector&apos;s length.</source>
        <translation>向量长度的平方。</translation>
    </message>
    <message>
        <source>Quadratic form, symmetric</source>
        <translation>对称的二次型</translation>
    </message>
    <message>
        <source>Its minimum solves A x = b.</source>
        <translation>它的最小值点是 A x = b 的解。</translation>
    </message>
    <message>
        <source>A function and its Taylor models</source>
        <translation>函数及其泰勒模型</translation>
    </message>
    <message>
        <source>Linear and quadratic models beside the function.</source>
        <translation>函数旁边的一次和二次模型。</translation>
    </message>
    <message>
        <source>Trace of an inverse</source>
        <translation>逆矩阵的迹</translation>
    </message>
    <message>
        <source>The inverse enters twice.</source>
        <translation>逆矩阵出现两次。</translation>
    </message>
    <message>
        <source>Trace of a product</source>
        <translation>乘积的迹</translation>
    </message>
    <message>
        <source>Cyclic: the factor of dA is B, and the gradient its transpose.</source>
        <translation>循环性：dA 的因子是 B，梯度是它的转置。</translation>
    </message>
    <message>
        <source>Trace of a scalar</source>
        <translation>标量的迹</translation>
    </message>
    <message>
        <source>A scalar wrapped in a trace and turned.</source>
        <translation>把标量放入迹中并循环移动。</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>迹</translation>
    </message>
    <message>
        <source>The gradient of the trace is the identity.</source>
        <translation>迹的梯度是单位矩阵。</translation>
    </message>
    <message>
        <source>Transposes of a product</source>
        <translation>乘积的转置</translation>
    </message>
    <message>
        <source>The transpose of a product is the product of the transposes, in reverse.</source>
        <translation>乘积的转置是转置按相反顺序的乘积。</translation>
    </message>
    <message>
        <source>A matrix that occurs twice</source>
        <translation>出现两次的矩阵</translation>
    </message>
    <message>
        <source>Two terms, each with its own transposes.</source>
        <translation>两项，各有各的转置。</translation>
    </message>
    <message>
        <source>A network of two layers</source>
        <translation>两层网络</translation>
    </message>
    <message>
        <source>One weight in each layer, fitted to data: two minima that mirror each other, a saddle between.</source>
        <translation>每层一个权重，拟合数据：两个互为镜像的极小值，中间一个鞍点。</translation>
    </message>
    <message>
        <source>Two coordinates</source>
        <translation>两个坐标</translation>
    </message>
    <message>
        <source>Entry by entry.</source>
        <translation>逐元素。</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>Hills and hollows.</source>
        <translation>丘与谷。</translation>
    </message>
    <message>
        <source>Weighted least squares</source>
        <translation>加权最小二乘</translation>
    </message>
    <message>
        <source>Residuals with weights.</source>
        <translation>带权重的残差。</translation>
    </message>
</context>
<context>
    <name>GalleryDialog</name>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>在图库中查找</translation>
    </message>
    <message>
        <source>Search: least squares, determinant, saddle…</source>
        <translation>查找：最小二乘、行列式、鞍点…</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Practice: {grade}</source>
        <translation>练习：{grade}</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Documents of the gallery</source>
        <translation>图库中的文档</translation>
    </message>
    <message>
        <source>Nothing in the gallery holds these words.</source>
        <translation>图库中没有包含这些词的内容。</translation>
    </message>
    <message>
        <source>Solved without help</source>
        <translation>未用提示解出</translation>
    </message>
    <message>
        <source>Solved with a hint</source>
        <translation>用一个提示解出</translation>
    </message>
    <message>
        <source>Solved with hints</source>
        <translation>用提示解出</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>The function at the point</source>
        <translation>该点处的函数</translation>
    </message>
    <message>
        <source>First coordinate of the point</source>
        <translation>点的第一坐标</translation>
    </message>
    <message>
        <source>Second coordinate of the point</source>
        <translation>点的第二坐标</translation>
    </message>
    <message>
        <source>What is wrong with a coordinate</source>
        <translation>坐标的问题所在</translation>
    </message>
    <message>
        <source>Value and gradient</source>
        <translation>值与梯度</translation>
    </message>
    <message>
        <source>Hessian</source>
        <translation>黑塞矩阵</translation>
    </message>
    <message>
        <source>Eigenvalues and what they mean</source>
        <translation>特征值及其含义</translation>
    </message>
    <message>
        <source>Taylor expansion at the point</source>
        <translation>该点处的泰勒展开</translation>
    </message>
    <message>
        <source>How fast the remainder vanishes</source>
        <translation>余项消失得多快</translation>
    </message>
    <message>
        <source>What the numbers of the Hessian are</source>
        <translation>黑塞矩阵的各个数的含义</translation>
    </message>
    <message>
        <source>det is the product of the eigenvalues, tr their sum, the condition number the largest |λ| over the smallest; the signature counts those above, below and equal to zero.</source>
        <translation>det 是特征值之积，tr 是特征值之和，条件数是最大的 |λ| 与最小的 |λ| 之比；惯性指数依次给出正、负、零特征值的个数。</translation>
    </message>
</context>
<context>
    <name>Interaction</name>
    <message>
        <source>Surface in space</source>
        <translation>空间中的曲面</translation>
    </message>
</context>
<context>
    <name>LanguageDialog</name>
    <message>
        <source>The Language</source>
        <translation>输入语言</translation>
    </message>
    <message>
        <source>Search the reference of the language</source>
        <translation>在语言参考中查找</translation>
    </message>
    <message>
        <source>The reference of the language</source>
        <translation>语言参考</translation>
    </message>
    <message>
        <source>Opens:  {text}</source>
        <translation>将打开：  {text}</translation>
    </message>
    <message>
        <source>Click an example, or walk to it with Tab and press Enter, to see it derived.</source>
        <translation>点击示例，或用 Tab 移到它并按 Enter，即可查看其推导。</translation>
    </message>
</context>
<context>
    <name>LineWidget</name>
    <message>
        <source>Here {bindings}.</source>
        <translation>这里 {bindings}。</translation>
    </message>
    <message>
        <source>Provided that {condition}.</source>
        <translation>条件：{condition}。</translation>
    </message>
    <message>
        <source>Checked with numbers: {error}.</source>
        <translation>已用数值检验：{error}。</translation>
    </message>
    <message>
        <source>This step did not pass the check with numbers.</source>
        <translation>这一步未通过数值检验。</translation>
    </message>
    <message>
        <source>At the point: {value}</source>
        <translation>在该点：{value}</translation>
    </message>
    <message>
        <source>Its parts: {parts}</source>
        <translation>其各部分：{parts}</translation>
    </message>
</context>
<context>
    <name>LinesView</name>
    <message>
        <source>Steps of the derivation</source>
        <translation>推导的步骤</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Main toolbar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>&amp;Undo {what}</source>
        <translation>撤销{what}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {what}</source>
        <translation>重做{what}(&amp;R)</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>About gradviz</source>
        <translation>关于 gradviz</translation>
    </message>
    <message>
        <source>Open Re&amp;cent</source>
        <translation>最近打开(&amp;C)</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the plane</source>
        <translation>平面的映射</translation>
    </message>
    <message>
        <source>Domain with its grid</source>
        <translation>带网格的定义域</translation>
    </message>
    <message>
        <source>Image of the grid</source>
        <translation>网格的像</translation>
    </message>
    <message>
        <source>First coordinate of the point</source>
        <translation>点的第一坐标</translation>
    </message>
    <message>
        <source>Second coordinate of the point</source>
        <translation>点的第二坐标</translation>
    </message>
    <message>
        <source>Side of the square</source>
        <translation>正方形的边</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Show the first view (Home)</source>
        <translation>显示最初的视图（Home）</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Jacobian at the point</source>
        <translation>该点处的雅可比矩阵</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>The map is not defined at the point.</source>
        <translation>映射在该点没有定义。</translation>
    </message>
    <message>
        <source>The map has no Jacobian at the point.</source>
        <translation>映射在该点没有雅可比矩阵。</translation>
    </message>
    <message>
        <source>Jacobian determinant {value}</source>
        <translation>雅可比行列式 {value}</translation>
    </message>
    <message>
        <source>parallelogram: {formula} = {area}</source>
        <translation>平行四边形：{formula} = {area}</translation>
    </message>
    <message>
        <source>true image of the square: {area}</source>
        <translation>正方形的真实像：{area}</translation>
    </message>
    <message>
        <source>The side of the square is positive.</source>
        <translation>正方形的边长为正数。</translation>
    </message>
    <message>
        <source>The map is not defined in this part of the plane.</source>
        <translation>映射在平面的这一部分没有定义。</translation>
    </message>
    <message>
        <source>Grid of the plane and its image. At {x} = {at_x}, {y} = {at_y} the image is ({u}, {v}).</source>
        <translation>平面的网格及其像。在 {x} = {at_x}、{y} = {at_y} 处，像为 ({u}, {v})。</translation>
    </message>
    <message>
        <source>The Jacobian has the rows {rows}, and the determinant {det}; area of the parallelogram {linear}, of the true image {true}.</source>
        <translation>雅可比矩阵的各行为 {rows}，行列式为 {det}；平行四边形的面积为 {linear}，真实像的面积为 {true}。</translation>
    </message>
</context>
<context>
    <name>MessageArea</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Why it was understood so</source>
        <translation>为什么这样理解</translation>
    </message>
    <message>
        <source>Every assumption with its reason</source>
        <translation>每个假定及其理由</translation>
    </message>
    <message numerus="yes">
        <source>{message} (and %n more)</source>
        <translation>
            <numerusform>{message}(另有 %n 处)</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {line}, columns {column}–{last}: {message}</source>
        <translation>第 {line} 行，第 {column}–{last} 列：{message}</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {message}</source>
        <translation>第 {line} 行，第 {column} 列：{message}</translation>
    </message>
    <message>
        <source>Columns {column}–{last}: {message}</source>
        <translation>第 {column}–{last} 列：{message}</translation>
    </message>
    <message>
        <source>Column {column}: {message}</source>
        <translation>第 {column} 列：{message}</translation>
    </message>
    <message>
        <source>{name} is read as a vector, each of whose entries is mapped.</source>
        <translation>{name} 被理解为向量，函数作用于它的每个分量。</translation>
    </message>
    <message>
        <source>{names} are read as vectors, whose entries are mapped.</source>
        <translation>{names} 被理解为向量，函数作用于它们的各个分量。</translation>
    </message>
    <message>
        <source>Declare {declared}</source>
        <translation>声明 {declared}</translation>
    </message>
    <message>
        <source>Write this into the text: the picture is then a curve or a surface</source>
        <translation>把它写入文本：图像就成为曲线或曲面</translation>
    </message>
</context>
<context>
    <name>MethodView</name>
    <message>
        <source>The method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Update formula</source>
        <translation>更新公式</translation>
    </message>
    <message>
        <source>Letters of the formula, and its source</source>
        <translation>公式的字母及其来源</translation>
    </message>
    <message>
        <source>Source: {}</source>
        <translation>来源：{}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Nothing to do</source>
        <translation>无需操作</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Differentiate by</source>
        <translation>对什么求导</translation>
    </message>
    <message>
        <source>The variables of the derivative</source>
        <translation>求导的变量</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>阶数</translation>
    </message>
    <message>
        <source>First order: gradient or Jacobian. Second order: Hessian.</source>
        <translation>一阶：梯度或雅可比矩阵。二阶：黑塞矩阵。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>by</source>
        <comment>differentiate by</comment>
        <translation>对</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>PageDialog</name>
    <message>
        <source>Search; Enter goes to the next place</source>
        <translation>查找；Enter 转到下一处</translation>
    </message>
    <message>
        <source>These words do not occur.</source>
        <translation>没有出现这些词。</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>What the tab shows</source>
        <translation>标签页显示什么</translation>
    </message>
    <message>
        <source>Step, method, convergence, comparison</source>
        <translation>步、方法、收敛、比较</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Operators</source>
        <translation>运算符</translation>
    </message>
    <message>
        <source>Templates to insert; Left and Right walk them, Enter inserts, Escape goes back</source>
        <translation>可插入的模板；左右键移动，Enter 插入，Escape 返回</translation>
    </message>
    <message>
        <source>{group}: templates</source>
        <translation>{group}：模板</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Map of the plane</source>
        <translation>平面的映射</translation>
    </message>
    <message>
        <source>Why the gradient</source>
        <translation>为什么是梯度</translation>
    </message>
    <message>
        <source>Taylor polynomials</source>
        <translation>泰勒多项式</translation>
    </message>
    <message>
        <source>Stationary points of the curve</source>
        <translation>曲线的驻点</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Stationary</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Why ∇f</source>
        <translation>为什么 ∇f</translation>
    </message>
    <message>
        <source>Taylor</source>
        <translation>泰勒</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ParametersForm</name>
    <message>
        <source>Method and parameters</source>
        <translation>方法与参数</translation>
    </message>
    <message>
        <source>Further parameters</source>
        <translation>其他参数</translation>
    </message>
    <message>
        <source>Step size γ</source>
        <translation>步长 γ</translation>
    </message>
    <message>
        <source>γ: how far a step goes along its direction</source>
        <translation>γ：一步沿其方向走多远</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Suggest a step size</source>
        <translation>建议步长</translation>
    </message>
    <message>
        <source>Descent method</source>
        <translation>下降方法</translation>
    </message>
    <message>
        <source>{} needs {}; this function is not seen to be one.</source>
        <translation>{} 需要{}；未看出此函数如此。</translation>
    </message>
    <message>
        <source>How the step size γ changes from step to step</source>
        <translation>步长 γ 逐步如何变化</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Eleven step sizes are tried from this start; the one that gets lowest is taken</source>
        <translation>从此起点试十一个步长，取下降得最低的那个</translation>
    </message>
    <message>
        <source>What is wrong with the parameters</source>
        <translation>参数的问题所在</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>已建议</translation>
    </message>
    <message>
        <source>γ goes with the start: one over the largest curvature there, less if the first steps overshoot. Type a number to keep one</source>
        <translation>γ 随起点而定：取该处最大曲率的倒数；若前几步越过了谷底则取得更小。输入一个数即可固定它</translation>
    </message>
    <message>
        <source>One over the largest curvature at the start, less if first steps overshoot</source>
        <translation>起点处最大曲率的倒数；若前几步越过谷底则更小</translation>
    </message>
</context>
<context>
    <name>PictureArea</name>
    <message>
        <source>The picture appears here.</source>
        <translation>图形会出现在这里。</translation>
    </message>
    <message>
        <source>The picture needs a part that is missing: {error}.</source>
        <translation>作图缺少一个部件：{error}。</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
</context>
<context>
    <name>PictureTabs</name>
    <message>
        <source>Details of the picture</source>
        <translation>图形的细节</translation>
    </message>
</context>
<context>
    <name>PlaneFooter</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values at the point</source>
        <translation>该点处的值</translation>
    </message>
    <message>
        <source>Regions of definiteness</source>
        <translation>正定性区域</translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation>光标处的值</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>可做的操作</translation>
    </message>
    <message>
        <source>{kind} on {percent} %</source>
        <translation>{kind}占 {percent} %</translation>
    </message>
</context>
<context>
    <name>PlaneNote</name>
    <message>
        <source>How much of the motion the plane shows</source>
        <translation>平面显示了多少运动</translation>
    </message>
    <message>
        <source>Plane of the descent</source>
        <translation>下降平面</translation>
    </message>
    <message>
        <source>Look at the plane of the first two principal directions of this descent</source>
        <translation>查看此下降前两个主方向的平面</translation>
    </message>
    <message>
        <source>The plane shows {} % of the motion.</source>
        <translation>平面显示了 {} % 的运动。</translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>Choice of the plane</source>
        <translation>选择平面</translation>
    </message>
    <message>
        <source>Kind of plane</source>
        <translation>平面类型</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>水平轴</translation>
    </message>
    <message>
        <source>Vertical axis</source>
        <translation>竖直轴</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再选</translation>
    </message>
    <message>
        <source>Choose the directions again at the present point</source>
        <translation>在当前点重新选择方向</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>About the plane</source>
        <translation>关于该平面</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Three points of the plane, one a row</source>
        <translation>平面的三个点，每行一个</translation>
    </message>
    <message>
        <source>Lay the plane through them</source>
        <translation>过这些点作平面</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}; through the point below. Type over a value to change it.</source>
        <translation>坐标轴：{x} 和 {y}；过下方的点。直接输入即可更改值。</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}; the others keep the values below. Type over a value to change it.</source>
        <translation>坐标轴：{x} 和 {y}；其余保持下方的值。直接输入即可更改值。</translation>
    </message>
    <message>
        <source>The axes: {x} and {y}.</source>
        <translation>坐标轴：{x} 和 {y}。</translation>
    </message>
    <message>
        <source>Coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The two axes are the same coordinate; choose another one for one of them.</source>
        <translation>两个轴是同一坐标；请为其中一个另选。</translation>
    </message>
    <message>
        <source>Type three points of the plane, one a row.</source>
        <translation>请输入平面上的三个点，每行一个。</translation>
    </message>
    <message>
        <source>Point {number}, {coordinate}: {problem}</source>
        <translation>第 {number} 个点，{coordinate}：{problem}</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Function over the plane</source>
        <translation>平面上的函数</translation>
    </message>
    <message>
        <source>Why there is no plot</source>
        <translation>为何没有图</translation>
    </message>
    <message>
        <source>What is wrong with the plot</source>
        <translation>图的问题所在</translation>
    </message>
    <message>
        <source>There is nothing to plot yet.</source>
        <translation>还没有可画的内容。</translation>
    </message>
    <message>
        <source>A part of the plot could not be computed: {error}</source>
        <translation>图的一部分无法计算：{error}</translation>
    </message>
    <message>
        <source>Stationary points in view: {kinds}.</source>
        <translation>视图中的驻点：{kinds}。</translation>
    </message>
    <message>
        <source>The plot could not be computed: {error}</source>
        <translation>图无法计算：{error}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Full derivations</source>
        <translation>完整推导</translation>
    </message>
    <message>
        <source>Demanding</source>
        <translation>进阶</translation>
    </message>
</context>
<context>
    <name>PracticeBar</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show the whole derivation</source>
        <translation>显示整个推导</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一题</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>题目…</translation>
    </message>
    <message>
        <source>End practice</source>
        <translation>结束练习</translation>
    </message>
    <message>
        <source>{grade} · {number} of {all}</source>
        <translation>{grade} · 第 {number}/{all} 题</translation>
    </message>
    <message>
        <source>{grade} · {number} of {all} · solved before</source>
        <translation>{grade} · 第 {number}/{all} 题 · 已解过</translation>
    </message>
    <message>
        <source>Type the next line, or the answer. Every right way counts.</source>
        <translation>输入下一行或答案。任何正确的方法都算数。</translation>
    </message>
    <message>
        <source>Use: {rule}</source>
        <translation>使用：{rule}</translation>
    </message>
    <message>
        <source>the definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Here {bindings}.</source>
        <translation>这里 {bindings}。</translation>
    </message>
    <message>
        <source>The line is shown: {line}</source>
        <translation>已显示该行：{line}</translation>
    </message>
    <message>
        <source>✓ Solved with hints.</source>
        <translation>✓ 用提示解出。</translation>
    </message>
    <message>
        <source>✓ Solved without help.</source>
        <translation>✓ 未用提示解出。</translation>
    </message>
    <message>
        <source>Here is the whole derivation. Try it again later.</source>
        <translation>这是整个推导。以后再试一次吧。</translation>
    </message>
    <message>
        <source>{done} of {all} solved</source>
        <translation>已解出 {done}/{all}</translation>
    </message>
    <message>
        <source>✓ Solved. That was the last one: all problems are solved.</source>
        <translation>✓ 已解出。这是最后一题：所有题目都已解出。</translation>
    </message>
    <message>
        <source>Hint: the rule</source>
        <translation>提示：规则</translation>
    </message>
    <message>
        <source>Hint: its formula</source>
        <translation>提示：公式</translation>
    </message>
    <message>
        <source>Hint: the line</source>
        <translation>提示：该行</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>键盘快捷键…</translation>
    </message>
    <message>
        <source>See and change the keyboard shortcuts</source>
        <translation>查看和更改键盘快捷键</translation>
    </message>
    <message>
        <source>The environment variable {variable} decides on the language.</source>
        <translation>语言由环境变量 {variable} 决定。</translation>
    </message>
    <message>
        <source>This language needs a font with its characters, for instance Noto Sans CJK. Install one, start gradviz again and choose it then.</source>
        <translation>此语言需要含有其文字的字体，例如 Noto Sans CJK。请安装一种，重新启动 gradviz 后再选择此语言。</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What was understood</source>
        <translation>理解的内容</translation>
    </message>
    <message>
        <source>The text is not understood; as last understood: {formulas}</source>
        <translation>不理解该文本；上次理解的内容：{formulas}</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress in practice</source>
        <translation>练习进度</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Take problems for unsolved again</source>
        <translation>将题目重新视为未解</translation>
    </message>
    <message>
        <source>{done} of {all} solved here, {total} of {problems} in all grades</source>
        <translation>此级已解 {done}/{all}，全部已解 {total}/{problems}</translation>
    </message>
    <message>
        <source>With the Problems of “{grade}”</source>
        <translation>“{grade}”的题目</translation>
    </message>
    <message>
        <source>With All Problems</source>
        <translation>全部题目</translation>
    </message>
    <message>
        <source>Take It for Unsolved Again</source>
        <translation>重新视为未解</translation>
    </message>
</context>
<context>
    <name>ResetButton</name>
    <message>
        <source>Reset the descent</source>
        <translation>重置下降</translation>
    </message>
    <message>
        <source>Remove the descent; click on the plot to start another</source>
        <translation>移除下降；单击图形可重新开始</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Search again</source>
        <translation>重新搜索</translation>
    </message>
    <message>
        <source>Forget the typed step size: one is searched for with each comparison</source>
        <translation>忘记输入的步长：每次比较时重新搜索</translation>
    </message>
    <message>
        <source>{} takes no parameters.</source>
        <translation>{} 没有参数。</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>Write d in front of the function; the rules then move it inward.</source>
        <translation>在函数前写上 d，再用各条法则把它移到里面。</translation>
    </message>
    <message>
        <source>The Hessian is the Jacobian of the gradient, so take its differential.</source>
        <translation>黑塞矩阵是梯度的雅可比矩阵，因此对梯度取微分。</translation>
    </message>
    <message>
        <source>Each layer is differentiated on a line of its own; put together, the chain rule multiplies them.</source>
        <translation>每一层单独一行求微分；合起来由链式法则相乘。</translation>
    </message>
    <message>
        <source>The differential of a name is that of what it stands for.</source>
        <translation>记号的微分就是它所代表的式子的微分。</translation>
    </message>
    <message>
        <source>What has a name is written by it.</source>
        <translation>有记号的式子用记号书写。</translation>
    </message>
    <message>
        <source>What multiplies the increment gets a name, so that the lines stay short.</source>
        <translation>给与增量相乘的部分命名，使各行保持简短。</translation>
    </message>
    <message>
        <source>The answer without the names of the definitions.</source>
        <translation>不含定义中记号的答案。</translation>
    </message>
    <message>
        <source>The differential is linear: sums term by term, constant factors in front, constants vanish.</source>
        <translation>微分是线性的：和逐项求，常数因子提到前面，常数项消失。</translation>
    </message>
    <message>
        <source>The differential of a sum is the sum of the differentials.</source>
        <translation>和的微分等于微分的和。</translation>
    </message>
    <message>
        <source>What does not depend on the variable has the differential zero.</source>
        <translation>与变量无关的部分微分为零。</translation>
    </message>
    <message>
        <source>Constant factors stay where they are; only the varying one moves.</source>
        <translation>常数因子留在原处，只有变化的因子求微分。</translation>
    </message>
    <message>
        <source>A constant number in front stays in front.</source>
        <translation>前面的常数留在前面。</translation>
    </message>
    <message>
        <source>A constant denominator stays.</source>
        <translation>常数分母保留不变。</translation>
    </message>
    <message>
        <source>A constant entrywise denominator stays.</source>
        <translation>逐元素的常数分母保留不变。</translation>
    </message>
    <message>
        <source>The differential of a transpose is the transpose of the differential.</source>
        <translation>转置的微分等于微分的转置。</translation>
    </message>
    <message>
        <source>The trace is linear, so d moves inside it.</source>
        <translation>迹是线性的，因此 d 可移到迹内。</translation>
    </message>
    <message>
        <source>The sum of all entries is linear, so d moves inside it.</source>
        <translation>所有元素之和是线性的，因此 d 可移到其中。</translation>
    </message>
    <message>
        <source>Moving entries to other places is linear, so d moves inside.</source>
        <translation>把元素移到别的位置是线性的，因此 d 可移到里面。</translation>
    </message>
    <message>
        <source>What does not depend on the index goes inside the sum.</source>
        <translation>与下标无关的部分移入求和号内。</translation>
    </message>
    <message>
        <source>A sum of transposes is the transpose of the sum.</source>
        <translation>转置之和等于和的转置。</translation>
    </message>
    <message>
        <source>What does not depend on the index comes out of the sum.</source>
        <translation>与下标无关的部分移出求和号。</translation>
    </message>
    <message>
        <source>A factor that all entries share comes out of their sum.</source>
        <translation>所有元素的公因子可移出它们的和。</translation>
    </message>
    <message>
        <source>There are n of them.</source>
        <translation>一共有 n 个。</translation>
    </message>
    <message>
        <source>There are n ones on the diagonal.</source>
        <translation>对角线上有 n 个 1。</translation>
    </message>
    <message>
        <source>A sum of equal terms is their number times the term.</source>
        <translation>相等项之和等于项数乘以该项。</translation>
    </message>
    <message>
        <source>The differential of an explicit vector or matrix is taken entry by entry.</source>
        <translation>显式给出的向量或矩阵逐元素取微分。</translation>
    </message>
    <message>
        <source>The trace of a Kronecker product is the product of the traces.</source>
        <translation>克罗内克积的迹等于迹的乘积。</translation>
    </message>
    <message>
        <source>The sum of all entries of a Kronecker product is the product of the sums.</source>
        <translation>克罗内克积所有元素之和等于各元素之和的乘积。</translation>
    </message>
    <message>
        <source>Differentiate one factor at a time and keep the order of the factors.</source>
        <translation>每次对一个因子求微分，并保持因子的顺序。</translation>
    </message>
    <message>
        <source>Differentiate one entrywise factor at a time.</source>
        <translation>每次对一个逐元素因子求微分。</translation>
    </message>
    <message>
        <source>Differentiate one factor of the Kronecker product at a time.</source>
        <translation>每次对克罗内克积的一个因子求微分。</translation>
    </message>
    <message>
        <source>Differentiate one side of the inner product at a time.</source>
        <translation>每次对内积的一侧求微分。</translation>
    </message>
    <message>
        <source>Differentiate the numerator and the denominator in turn.</source>
        <translation>依次对分子和分母求微分。</translation>
    </message>
    <message>
        <source>Only the denominator varies: d(1/v) = -d(v)/v^2.</source>
        <translation>只有分母变化：d(1/v) = -d(v)/v^2。</translation>
    </message>
    <message>
        <source>The quotient rule in every entry.</source>
        <translation>对每个元素使用商法则。</translation>
    </message>
    <message>
        <source>Bring the exponent down and lower it by one.</source>
        <translation>指数移到前面，并减一。</translation>
    </message>
    <message>
        <source>||U||^2 = &lt;U, U&gt;, so its differential is twice the inner product of U and dU.</source>
        <translation>||U||^2 = &lt;U, U&gt;，因此微分是 U 与 dU 内积的两倍。</translation>
    </message>
    <message>
        <source>The chain rule for a power of the norm.</source>
        <translation>对范数的幂使用链式法则。</translation>
    </message>
    <message>
        <source>The differential of a^u is a^u log(a) du.</source>
        <translation>a^u 的微分是 a^u log(a) du。</translation>
    </message>
    <message>
        <source>Base and exponent both vary.</source>
        <translation>底数和指数都变化。</translation>
    </message>
    <message>
        <source>The power rule in every entry.</source>
        <translation>对每个元素使用幂法则。</translation>
    </message>
    <message>
        <source>Differentiate one factor of the power at a time; the order matters.</source>
        <translation>每次对幂中的一个因子求微分；顺序很重要。</translation>
    </message>
    <message>
        <source>Rotated, the k terms of the product rule are the same.</source>
        <translation>循环移位后，乘积法则的 k 项相同。</translation>
    </message>
    <message>
        <source>The determinant of a product is the product of the determinants.</source>
        <translation>乘积的行列式等于行列式的乘积。</translation>
    </message>
    <message>
        <source>The logarithm of a power is k times the logarithm.</source>
        <translation>幂的对数是对数的 k 倍。</translation>
    </message>
    <message>
        <source>A repeated factor is a matrix power.</source>
        <translation>重复的因子就是矩阵的幂。</translation>
    </message>
    <message>
        <source>From U U^-1 = I: the differential is -U^-1 dU U^-1.</source>
        <translation>由 U U^-1 = I 得微分为 -U^-1 dU U^-1。</translation>
    </message>
    <message>
        <source>The determinant of an exponential is the exponential of the trace.</source>
        <translation>矩阵指数的行列式等于迹的指数。</translation>
    </message>
    <message>
        <source>In a trace the factors of a power series can be rotated, so that it is differentiated like one of numbers.</source>
        <translation>在迹中幂级数的因子可以轮换，因此像数的幂级数一样求导。</translation>
    </message>
    <message>
        <source>A constant matrix commutes with its multiples, so that the rule is that of numbers.</source>
        <translation>常数矩阵与其倍数可交换，因此法则与数的情形相同。</translation>
    </message>
    <message>
        <source>In a trace the factors can be rotated, so that the exponential stands beside its differential.</source>
        <translation>在迹中因子可以循环移动，使指数与其微分相邻。</translation>
    </message>
    <message>
        <source>A multiple of one constant matrix commutes with its differential, so the rule is that of numbers.</source>
        <translation>同一常数矩阵的倍数与其微分可交换，因此法则与数的情形相同。</translation>
    </message>
    <message>
        <source>The differential of a determinant is det(U) tr(U^-1 dU).</source>
        <translation>行列式的微分是 det(U) tr(U^-1 dU)。</translation>
    </message>
    <message>
        <source>The differential of log |det U| is tr(U^-1 dU).</source>
        <translation>log |det U| 的微分是 tr(U^-1 dU)。</translation>
    </message>
    <message>
        <source>The differential of log det(U) is tr(U^-1 dU).</source>
        <translation>log det(U) 的微分是 tr(U^-1 dU)。</translation>
    </message>
    <message>
        <source>The derivative of the outer function, at its argument, times the differential of the argument.</source>
        <translation>外层函数在其自变量处的导数，乘以自变量的微分。</translation>
    </message>
    <message>
        <source>The differential of a norm is the inner product with the normalised argument.</source>
        <translation>范数的微分是与单位化自变量的内积。</translation>
    </message>
    <message>
        <source>Each entry contributes its sign.</source>
        <translation>每个元素贡献它的符号。</translation>
    </message>
    <message>
        <source>A simple eigenvalue of a symmetric matrix changes as v&apos; d(U) v, with its eigenvector v of length one.</source>
        <translation>对称矩阵的单特征值按 v&apos; d(U) v 变化，其中 v 是它的单位特征向量。</translation>
    </message>
    <message>
        <source>The eigenvector of a simple eigenvalue changes at right angles to itself.</source>
        <translation>单特征值的特征向量沿与自身垂直的方向变化。</translation>
    </message>
    <message>
        <source>Near a point where that entry is unique, the function is the entry itself; the unit vector picks it.</source>
        <translation>在该元素唯一的点附近，函数就是这个元素；由单位向量取出。</translation>
    </message>
    <message>
        <source>The larger of U and V is V, and what U has above it.</source>
        <translation>U 与 V 中较大者是 V 加上 U 超出它的部分。</translation>
    </message>
    <message>
        <source>The larger of 0 and U is relu(U).</source>
        <translation>0 与 U 中较大者是 relu(U)。</translation>
    </message>
    <message>
        <source>Where that entry is unique, its place does not change nearby.</source>
        <translation>在该元素唯一之处，它的位置在附近不变。</translation>
    </message>
    <message>
        <source>Its gradient is the softmax.</source>
        <translation>它的梯度是 softmax。</translation>
    </message>
    <message>
        <source>Its Jacobian is diag(p) - p p&apos; with p the softmax itself.</source>
        <translation>它的雅可比矩阵是 diag(p) - p p&apos;，其中 p 就是 softmax。</translation>
    </message>
    <message>
        <source>The derivative of the outer function times the differential of its argument.</source>
        <translation>外层函数的导数乘以其自变量的微分。</translation>
    </message>
    <message>
        <source>The slope of the logistic function over its value: what is left is 1 - sigma(u).</source>
        <translation>逻辑函数的导数除以它的值，剩下 1 - sigma(u)。</translation>
    </message>
    <message>
        <source>1 - sigma(u) is sigma(-u), so the differential of its logarithm is -sigma(u) du.</source>
        <translation>1 - sigma(u) 就是 sigma(-u)，因此其对数的微分是 -sigma(u) du。</translation>
    </message>
    <message>
        <source>The differential of log(u) is du/u.</source>
        <translation>log(u) 的微分是 du/u。</translation>
    </message>
    <message>
        <source>In every entry: the derivative of the function times the differential.</source>
        <translation>对每个元素：函数的导数乘以微分。</translation>
    </message>
    <message>
        <source>Each layer&apos;s factors move to the other side of the product, the last layer first.</source>
        <translation>每层的因子移到乘积的另一侧，从最后一层开始。</translation>
    </message>
    <message>
        <source>Scalars may move to any place in a product.</source>
        <translation>标量可以移到乘积中的任何位置。</translation>
    </message>
    <message>
        <source>The product with a sum is the sum of the products.</source>
        <translation>与和的乘积等于乘积的和。</translation>
    </message>
    <message>
        <source>Transposing a 1x1 product changes nothing.</source>
        <translation>对 1x1 的乘积转置不改变任何东西。</translation>
    </message>
    <message>
        <source>Wrap the scalar in a trace, to rotate its factors.</source>
        <translation>把标量放入迹中，以便循环移动它的因子。</translation>
    </message>
    <message>
        <source>Factors inside a trace may be rotated: bring the increment to the end.</source>
        <translation>迹中的因子可以循环移动：把增量移到最后。</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same trace.</source>
        <translation>矩阵与其转置的迹相同。</translation>
    </message>
    <message>
        <source>An entrywise factor moves to the other side of the inner product.</source>
        <translation>逐元素因子移到内积的另一侧。</translation>
    </message>
    <message>
        <source>An entrywise denominator moves to the other side of the inner product.</source>
        <translation>逐元素分母移到内积的另一侧。</translation>
    </message>
    <message>
        <source>Multiplying entry by entry is multiplying by a diagonal matrix.</source>
        <translation>逐元素相乘就是乘以对角矩阵。</translation>
    </message>
    <message>
        <source>Row i is scaled by a_i and column j by b_j, so the factors move to the vectors.</source>
        <translation>第 i 行乘以 a_i，第 j 列乘以 b_j，因此因子移到向量上。</translation>
    </message>
    <message>
        <source>The sum of all entries is the product with a vector of ones.</source>
        <translation>所有元素之和等于与全 1 向量的乘积。</translation>
    </message>
    <message>
        <source>Only the diagonal meets a diagonal matrix.</source>
        <translation>与对角矩阵相遇的只有对角线。</translation>
    </message>
    <message>
        <source>The inner product with a diagonal is a trace with a diagonal matrix.</source>
        <translation>与对角线的内积等于含对角矩阵的迹。</translation>
    </message>
    <message>
        <source>An entry is the product with a unit vector.</source>
        <translation>元素等于与单位向量的乘积。</translation>
    </message>
    <message>
        <source>The inner product with equal entries is the sum times the entry.</source>
        <translation>与相等元素的内积等于和乘以该元素。</translation>
    </message>
    <message>
        <source>Dividing by a scalar is multiplying by its reciprocal.</source>
        <translation>除以标量就是乘以它的倒数。</translation>
    </message>
    <message>
        <source>A scalar may move to the end of a product.</source>
        <translation>标量可以移到乘积的末尾。</translation>
    </message>
    <message>
        <source>A scalar may move to the front of a product.</source>
        <translation>标量可以移到乘积的开头。</translation>
    </message>
    <message>
        <source>vec writes a matrix as one column, so that a Jacobian can be read off.</source>
        <translation>vec 把矩阵写成一列，以便读出雅可比矩阵。</translation>
    </message>
    <message>
        <source>vec(A X B) = (B&apos; (x) A) vec(X).</source>
        <translation>vec(A X B) = (B&apos; (x) A) vec(X)。</translation>
    </message>
    <message>
        <source>The commutation matrix reorders the stacked entries.</source>
        <translation>交换矩阵重排堆叠的元素。</translation>
    </message>
    <message>
        <source>Stacked, an entrywise factor is a diagonal matrix.</source>
        <translation>堆叠之后，逐元素因子就是对角矩阵。</translation>
    </message>
    <message>
        <source>Gather the terms of each increment.</source>
        <translation>合并每个增量的各项。</translation>
    </message>
    <message>
        <source>Equal terms are added.</source>
        <translation>相等的项相加。</translation>
    </message>
    <message>
        <source>Rotated or transposed, the terms in the trace are the same.</source>
        <translation>循环移动或转置之后，迹中的各项相同。</translation>
    </message>
    <message>
        <source>Terms that share a scalar are put in one bracket.</source>
        <translation>有公共标量的各项放入同一括号。</translation>
    </message>
    <message>
        <source>An entrywise factor that terms share is taken out.</source>
        <translation>提出各项公共的逐元素因子。</translation>
    </message>
    <message>
        <source>A diagonal matrix scales the columns (or rows), and so the entries of the diagonal.</source>
        <translation>对角矩阵缩放各列（或各行），因此也缩放对角元素。</translation>
    </message>
    <message>
        <source>Multiplying every entry of row i by x_i is multiplying by diag(x) from the left.</source>
        <translation>第 i 行的每个元素乘以 x_i，就是从左边乘以 diag(x)。</translation>
    </message>
    <message>
        <source>A common last factor is taken out.</source>
        <translation>提出公共的最后一个因子。</translation>
    </message>
    <message>
        <source>A common first factor is taken out.</source>
        <translation>提出公共的第一个因子。</translation>
    </message>
    <message>
        <source>Every term holds a power of it; the least is taken out.</source>
        <translation>每一项都含有它的幂，提出其中最低的一次。</translation>
    </message>
    <message>
        <source>Without the brackets the answer is shorter.</source>
        <translation>去掉括号后答案更短。</translation>
    </message>
    <message>
        <source>A common scalar is taken out.</source>
        <translation>提出公共的标量。</translation>
    </message>
    <message>
        <source>What stands beside the increment is the derivative.</source>
        <translation>增量旁边的部分就是导数。</translation>
    </message>
    <message>
        <source>What stands in front of the increment is the matrix of the partial derivatives.</source>
        <translation>增量前面的部分就是偏导数矩阵。</translation>
    </message>
    <message>
        <source>The derivative by the k-th entry is the differential in the direction of the k-th unit vector.</source>
        <translation>对第 k 个元素的导数是沿第 k 个单位向量方向的微分。</translation>
    </message>
    <message>
        <source>Their diagonals are added.</source>
        <translation>它们的对角线相加。</translation>
    </message>
    <message>
        <source>It has a single one, in place k, k.</source>
        <translation>它只有一个 1，位于 k, k 处。</translation>
    </message>
    <message>
        <source>No increment is left: the derivative is zero.</source>
        <translation>没有剩下增量：导数为零。</translation>
    </message>
    <message>
        <source>A 1x1 product is a scalar and may move.</source>
        <translation>1x1 的乘积是标量，可以移动。</translation>
    </message>
    <message>
        <source>Products of fractions are written as one.</source>
        <translation>分式的乘积写成一个分式。</translation>
    </message>
    <message>
        <source>Ones change nothing.</source>
        <translation>乘以 1 不改变任何东西。</translation>
    </message>
    <message>
        <source>It multiplies entry by entry.</source>
        <translation>它逐元素相乘。</translation>
    </message>
    <message>
        <source>Each term is multiplied by the ones, where its diagonal matrix leaves a vector.</source>
        <translation>每一项与全一向量相乘，其对角矩阵便成为向量。</translation>
    </message>
    <message>
        <source>Equal factors, multiplied entry by entry, are a power.</source>
        <translation>逐元素相乘的相同因子合成幂。</translation>
    </message>
    <message>
        <source>A product with a quotient is one quotient.</source>
        <translation>与商的乘积是一个商。</translation>
    </message>
    <message>
        <source>What shares a factor is one Kronecker product.</source>
        <translation>有公共因子的各项合成一个克罗内克积。</translation>
    </message>
    <message>
        <source>L is the derivative of f at U, linear in the direction: an integral, or a block of f([U, E; 0, U]).</source>
        <translation>L 是 f 在 U 处的导数，对方向是线性的：它是一个积分，也是 f([U, E; 0, U]) 的一块。</translation>
    </message>
    <message>
        <source>The direction and what it is paired with change places.</source>
        <translation>方向与同它配对的矩阵互换位置。</translation>
    </message>
    <message>
        <source>Scalars stand before a derivative, which is linear in its direction.</source>
        <translation>标量写在导数之前：导数对方向是线性的。</translation>
    </message>
    <message>
        <source>That of a power series is transposed in both arguments.</source>
        <translation>幂级数的导数转置时，两个自变量都转置。</translation>
    </message>
    <message>
        <source>Derivatives at one matrix add up to that in the sum of the directions.</source>
        <translation>同一矩阵处的导数相加，等于沿方向之和的导数。</translation>
    </message>
    <message>
        <source>The factors are transposed in reverse order.</source>
        <translation>各因子按相反顺序转置。</translation>
    </message>
    <message>
        <source>The factors are inverted in reverse order.</source>
        <translation>各因子按相反顺序求逆。</translation>
    </message>
    <message>
        <source>It is the transpose.</source>
        <translation>它就是转置。</translation>
    </message>
    <message>
        <source>A matrix times its inverse is the identity.</source>
        <translation>矩阵乘以它的逆是单位矩阵。</translation>
    </message>
    <message>
        <source>Move the variable by u and subtract the value at the start.</source>
        <translation>把变量移动 u，再减去起点的值。</translation>
    </message>
    <message>
        <source>The squared norm is the inner product with itself.</source>
        <translation>范数的平方是与自身的内积。</translation>
    </message>
    <message>
        <source>Multiply out, so that the powers of u stand apart.</source>
        <translation>乘开，使 u 的各次幂分开。</translation>
    </message>
    <message>
        <source>What does not contain u is f itself and cancels.</source>
        <translation>不含 u 的部分就是 f 本身，相互抵消。</translation>
    </message>
    <message>
        <source>The part that is linear in u is the differential; the rest vanishes faster.</source>
        <translation>关于 u 线性的部分是微分；其余部分更快趋于零。</translation>
    </message>
    <message>
        <source>G has the structure of the variable already, so it is the gradient within it.</source>
        <translation>G 已具有变量的结构，因此就是该结构内的梯度。</translation>
    </message>
    <message>
        <source>Within the symmetric matrices the gradient is the symmetric part (G + G&apos;)/2.</source>
        <translation>在对称矩阵中，梯度是对称部分 (G + G&apos;)/2。</translation>
    </message>
    <message>
        <source>An entry off the diagonal occurs twice, so G + G&apos; with the diagonal counted once.</source>
        <translation>对角线以外的元素出现两次，因此是 G + G&apos;，其中对角线只计一次。</translation>
    </message>
    <message>
        <source>A symmetric increment is its own symmetric part, and vec of that is (I + K)/2 times vec of the increment.</source>
        <translation>对称的增量等于自身的对称部分，其 vec 是 (I + K)/2 乘以增量的 vec。</translation>
    </message>
    <message>
        <source>An entry off the diagonal occurs twice: the two columns are added, those of the diagonal are counted once.</source>
        <translation>对角线以外的元素出现两次：两列相加，对角线的列只计一次。</translation>
    </message>
    <message>
        <source>Only the columns of the diagonal entries are kept.</source>
        <translation>只保留对角元素的列。</translation>
    </message>
    <message>
        <source>Only the diagonal entries vary.</source>
        <translation>只有对角元素变化。</translation>
    </message>
    <message>
        <source>At a minimum, a maximum or a saddle the gradient vanishes.</source>
        <translation>在极小值、极大值和鞍点处梯度为零。</translation>
    </message>
    <message>
        <source>The gradient is affine: brackets multiplied out, what does not hold the variable goes to the other side.</source>
        <translation>梯度是仿射的：展开括号，把不含变量的部分移到另一边。</translation>
    </message>
    <message>
        <source>The matrix on the left is positive semidefinite; where it is invertible it is positive definite, so this one point is the minimum.</source>
        <translation>左边的矩阵半正定；可逆时它正定，因此这唯一的点是最小值点。</translation>
    </message>
    <message>
        <source>The matrix on the left is negative semidefinite; where it is invertible it is negative definite, so this one point is the maximum.</source>
        <translation>左边的矩阵半负定；可逆时它负定，因此这唯一的点是最大值点。</translation>
    </message>
    <message>
        <source>Where the matrix on the left is invertible; whether it is a minimum is for its eigenvalues to say.</source>
        <translation>前提是左边的矩阵可逆；是否为最小值要看它的特征值。</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z) is the logistic function.</source>
        <translation>e^z/(1 + e^z) 是逻辑函数。</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z) in every entry is the logistic function.</source>
        <translation>每个元素上的 e^z/(1 + e^z) 是逻辑函数。</translation>
    </message>
    <message>
        <source>exp(x) divided by its sum is the softmax.</source>
        <translation>exp(x) 除以它的和就是 softmax。</translation>
    </message>
    <message>
        <source>exp(x) is its sum times the softmax of x.</source>
        <translation>exp(x) 等于它的各元素之和乘以 x 的 softmax。</translation>
    </message>
    <message>
        <source>1 + e^z is 1/(1 - sigma(z)), and e^z is sigma(z)/(1 - sigma(z)).</source>
        <translation>1 + e^z 等于 1/(1 - sigma(z))，e^z 等于 sigma(z)/(1 - sigma(z))。</translation>
    </message>
    <message>
        <source>sigma(-z) is 1 - sigma(z); both stand here, and one of them is enough.</source>
        <translation>sigma(-z) 等于 1 - sigma(z)；这里两者都有，用其中一个就够了。</translation>
    </message>
    <message>
        <source>sin(u)^2 and cos(u)^2 add up to one.</source>
        <translation>sin(u)^2 与 cos(u)^2 之和为一。</translation>
    </message>
    <message>
        <source>A scalar equals its transpose.</source>
        <translation>标量等于它自己的转置。</translation>
    </message>
    <message>
        <source>What acts on each entry may act before the entries are stacked or after.</source>
        <translation>逐元素的运算，在按列堆叠之前或之后进行都一样。</translation>
    </message>
    <message>
        <source>vec(B X A&apos;) is kron(A, B) vec(X).</source>
        <translation>vec(B X A&apos;) 等于 kron(A, B) vec(X)。</translation>
    </message>
    <message>
        <source>The row is the transpose of the column before it.</source>
        <translation>这一行是它前面那一列的转置。</translation>
    </message>
    <message>
        <source>A constant matrix puts the entries on the stacked diagonal.</source>
        <translation>一个常数矩阵把元素放到堆叠的对角线上。</translation>
    </message>
    <message>
        <source>The inner product with vec(X) is a trace with the unstacked matrix.</source>
        <translation>与 vec(X) 的内积等于含还原矩阵的迹。</translation>
    </message>
    <message>
        <source>The increment is taken out of the Kronecker product.</source>
        <translation>把增量从克罗内克积中提出。</translation>
    </message>
    <message>
        <source>An explicit vector is the sum of its entries times unit vectors.</source>
        <translation>显式向量等于各元素乘以单位向量之和。</translation>
    </message>
    <message>
        <source>Their factors multiply pair by pair.</source>
        <translation>它们的因子两两相乘。</translation>
    </message>
    <message>
        <source>It exchanges the two factors of the Kronecker product.</source>
        <translation>它交换克罗内克积的两个因子。</translation>
    </message>
    <message>
        <source>Powers of one number multiply by adding their exponents.</source>
        <translation>同底数的幂相乘，指数相加。</translation>
    </message>
    <message>
        <source>It is the identity.</source>
        <translation>它是单位矩阵。</translation>
    </message>
    <message>
        <source>Of an outer product it holds the products of the entries; of a transpose it is the same; a factor comes out.</source>
        <translation>外积的对角线是元素之积；转置的对角线不变；因子可以提出。</translation>
    </message>
    <message>
        <source>Row i of A times column i of B, each entry weighted by x: the entrywise product with the transpose, times x.</source>
        <translation>A 的第 i 行乘以 B 的第 i 列，各元素以 x 加权：与转置的逐元素乘积再乘以 x。</translation>
    </message>
    <message>
        <source>Its entries are inverted one by one.</source>
        <translation>它的元素逐个取倒数。</translation>
    </message>
    <message>
        <source>The entries of a softmax add up to one.</source>
        <translation>softmax 的元素之和为一。</translation>
    </message>
    <message>
        <source>sinh(z)/cosh(z) is tanh(z), and sin(z)/cos(z) is tan(z).</source>
        <translation>sinh(z)/cosh(z) 是 tanh(z),sin(z)/cos(z) 是 tan(z)。</translation>
    </message>
    <message>
        <source>Their diagonals multiply entry by entry.</source>
        <translation>它们的对角线逐元素相乘。</translation>
    </message>
    <message>
        <source>A factor and its divisor cancel in the sum.</source>
        <translation>和中的因子与除数相消。</translation>
    </message>
    <message>
        <source>The diagonal matrix of equal entries is a multiple of the identity.</source>
        <translation>对角元素相等的对角矩阵是单位矩阵的倍数。</translation>
    </message>
    <message>
        <source>An explicit row times an explicit column is multiplied out.</source>
        <translation>显式的行乘以显式的列直接乘开。</translation>
    </message>
    <message>
        <source>Explicit vectors and matrices are added entry by entry.</source>
        <translation>显式的向量和矩阵逐元素相加。</translation>
    </message>
    <message>
        <source>The differential of log softmax(U) is dU less its weighted mean.</source>
        <translation>log softmax(U) 的微分是 dU 减去它的加权平均。</translation>
    </message>
    <message>
        <source>Each of the k factors U^-1 in turn gets its differential, -U^-1 dU U^-1.</source>
        <translation>k 个因子 U^-1 依次换成各自的微分 −U^-1 dU U^-1。</translation>
    </message>
    <message>
        <source>In a trace the factors may be rotated, so a function of a matrix is differentiated as one of a number.</source>
        <translation>迹内的因子可以轮换，因此矩阵函数像数的函数一样求微分。</translation>
    </message>
    <message>
        <source>Functions of one matrix commute, and in a trace each is differentiated as if U were a number.</source>
        <translation>同一矩阵的函数可交换，在迹内各自像 U 是数那样求微分。</translation>
    </message>
    <message>
        <source>The trace of a sum is the sum of the traces, each with a rule of its own.</source>
        <translation>和的迹等于迹的和，各项用各自的法则。</translation>
    </message>
    <message>
        <source>In each row dU is taken less its mean, weighted by the softmax, and weighted by the softmax itself.</source>
        <translation>在每一行中，dU 减去以 softmax 为权的均值，再逐项乘以 softmax。</translation>
    </message>
    <message>
        <source>The differential of log softmax(U) is in each row dU less its weighted mean.</source>
        <translation>log softmax(U) 的微分在每一行中是 dU 减去其加权均值。</translation>
    </message>
    <message>
        <source>The gradient of log softmax(u)_k is e_k - softmax(u).</source>
        <translation>log softmax(u)_k 的梯度是 e_k - softmax(u)。</translation>
    </message>
    <message>
        <source>The product with a vector of ones adds the entries.</source>
        <translation>与全 1 向量的乘积把元素相加。</translation>
    </message>
    <message>
        <source>The inverse of a product cancels the product.</source>
        <translation>乘积的逆与乘积相消。</translation>
    </message>
    <message>
        <source>Only the exponent varies, in every entry.</source>
        <translation>每个元素中只有指数变化。</translation>
    </message>
    <message>
        <source>e^z/(1 + e^z)^2 is sigma(z) (1 - sigma(z)).</source>
        <translation>e^z/(1 + e^z)^2 就是 sigma(z) (1 - sigma(z))。</translation>
    </message>
    <message>
        <source>A common matrix is taken out.</source>
        <translation>提出公共的矩阵。</translation>
    </message>
    <message>
        <source>The inverse of a transpose is the transpose of the inverse.</source>
        <translation>转置的逆等于逆的转置。</translation>
    </message>
    <message>
        <source>A matrix and its transpose have the same determinant.</source>
        <translation>矩阵与其转置的行列式相同。</translation>
    </message>
    <message>
        <source>Matrices are added before they are stacked.</source>
        <translation>先把矩阵相加，再拉直。</translation>
    </message>
    <message>
        <source>Unstacked columns are added before they are unstacked.</source>
        <translation>先把堆叠的列相加，再还原。</translation>
    </message>
    <message>
        <source>Fractions with one denominator are added.</source>
        <translation>同分母的分式相加。</translation>
    </message>
    <message>
        <source>sign(u) u is the absolute value.</source>
        <translation>sign(u) u 是绝对值。</translation>
    </message>
    <message>
        <source>The diagonal of a sum is the sum of the diagonals.</source>
        <translation>和的对角线等于对角线的和。</translation>
    </message>
    <message>
        <source>Transposing leaves the diagonal where it is.</source>
        <translation>转置不改变对角线。</translation>
    </message>
    <message>
        <source>The diagonal of a b&apos; is the entrywise product of a and b.</source>
        <translation>a b&apos; 的对角线是 a 与 b 的逐元素乘积。</translation>
    </message>
    <message>
        <source>Entry i of the diagonal of A diag(x) B is the sum of A_ik B_ki x_k.</source>
        <translation>A diag(x) B 对角线的第 i 个元素是 A_ik B_ki x_k 之和。</translation>
    </message>
    <message>
        <source>The diagonal of an entrywise product is that of its factors, multiplied.</source>
        <translation>逐元素乘积的对角线是各因子对角线之积。</translation>
    </message>
    <message>
        <source>Where step(u) is 0, relu(u) is 0 already.</source>
        <translation>step(u) 为 0 之处，relu(u) 已经为 0。</translation>
    </message>
    <message>
        <source>The absolute value times the sign is the number itself.</source>
        <translation>绝对值乘以符号就是该数本身。</translation>
    </message>
    <message>
        <source>The step function is 0 or 1, so that its powers are itself.</source>
        <translation>阶跃函数取 0 或 1，因此它的幂就是自身。</translation>
    </message>
    <message>
        <source>The square of a sign is 1, away from 0.</source>
        <translation>除 0 外，符号的平方为 1。</translation>
    </message>
    <message>
        <source>1 - sigma(-z) is sigma(z).</source>
        <translation>1 - sigma(-z) 就是 sigma(z)。</translation>
    </message>
    <message>
        <source>A minus in front turns the difference round.</source>
        <translation>前面的负号使差的次序颠倒。</translation>
    </message>
    <message>
        <source>Entrywise fractions are written over one bar, where that is shorter.</source>
        <translation>逐元素的分式在更简短时写在同一分数线上。</translation>
    </message>
    <message>
        <source>Sums over the same index are added term by term.</source>
        <translation>同一指标的和逐项相加。</translation>
    </message>
    <message>
        <source>Fractions are written over one bar, where that is shorter.</source>
        <translation>在更短时，把分式写在同一分数线上。</translation>
    </message>
    <message>
        <source>The product with the unit vector e_k is entry k.</source>
        <translation>与单位向量 e_k 的乘积是第 k 个元素。</translation>
    </message>
    <message>
        <source>Only entry k is left.</source>
        <translation>只剩下第 k 个元素。</translation>
    </message>
    <message>
        <source>The first or the last factor of an inverted product cancels against its neighbour.</source>
        <translation>求逆乘积的第一个或最后一个因子与相邻因子相消。</translation>
    </message>
    <message>
        <source>The diagonal of an entrywise product with diag(x) is the diagonal times x.</source>
        <translation>与 diag(x) 的逐元素乘积的对角线是对角线乘以 x。</translation>
    </message>
    <message>
        <source>Positive powers leave the zeros outside the diagonal.</source>
        <translation>正次幂使对角线以外的零保持不变。</translation>
    </message>
    <message>
        <source>The number in front joins that in the numerators.</source>
        <translation>前面的数并入分子中的数。</translation>
    </message>
    <message>
        <source>A product of Kronecker products is the Kronecker product of the products.</source>
        <translation>克罗内克积的乘积等于乘积的克罗内克积。</translation>
    </message>
    <message>
        <source>The norm of a Kronecker product is the product of the norms.</source>
        <translation>克罗内克积的范数等于范数的乘积。</translation>
    </message>
    <message>
        <source>Each determinant is raised to the size of the other factor.</source>
        <translation>每个行列式的幂次等于另一个因子的阶数。</translation>
    </message>
    <message>
        <source>Each log-determinant counts as often as the other factor has rows.</source>
        <translation>每个对数行列式的倍数等于另一个因子的行数。</translation>
    </message>
    <message>
        <source>The determinant of the identity plus a b&apos; is 1 + b&apos; a.</source>
        <translation>单位矩阵加 a b&apos; 的行列式等于 1 + b&apos; a。</translation>
    </message>
    <message>
        <source>Taking the diagonal, or writing a vector on it, is linear, so d moves inside.</source>
        <translation>取对角线或把向量放到对角线上是线性的，因此 d 可移到里面。</translation>
    </message>
    <message>
        <source>The differential of an entry is the entry of the differential.</source>
        <translation>元素的微分等于微分的元素。</translation>
    </message>
    <message>
        <source>A number in one factor multiplies the whole.</source>
        <translation>一个因子中的数乘以整体。</translation>
    </message>
    <message>
        <source>diag(s U) is s diag(U).</source>
        <translation>diag(s U) 就是 s diag(U)。</translation>
    </message>
    <message>
        <source>Equal factors are written as one power.</source>
        <translation>相等的因子写成一个幂。</translation>
    </message>
    <message>
        <source>A product of matrices is a sum over the index that neighbours share; a trace sums the diagonal.</source>
        <translation>矩阵乘积是对相邻者共同指标的求和；迹对对角线求和。</translation>
    </message>
    <message>
        <source>Differentiate by one entry of the variable; all other entries are held constant.</source>
        <translation>对变量的一个元素求导；其余元素保持不变。</translation>
    </message>
    <message>
        <source>The sum of a sum is the sum of the sums, so that each delta stands alone.</source>
        <translation>和的求和等于求和之和，使每个 δ 单独出现。</translation>
    </message>
    <message>
        <source>Of all terms only the one where the indices of the delta are equal is left.</source>
        <translation>所有项中只剩下 δ 的指标相等的那一项。</translation>
    </message>
    <message>
        <source>A sum over an index that two neighbours share is an entry of their product.</source>
        <translation>对两相邻者共同指标的和是其乘积的元素。</translation>
    </message>
    <message>
        <source>What holds for every entry holds for the whole vector or matrix.</source>
        <translation>对每个元素成立的，对整个向量或矩阵也成立。</translation>
    </message>
    <message>
        <source>The derivatives by several numbers make one column or matrix.</source>
        <translation>对若干个数的导数组成一列或一个矩阵。</translation>
    </message>
    <message>
        <source>What does not depend on the entry has the partial derivative zero.</source>
        <translation>不依赖该元素者，其偏导数为零。</translation>
    </message>
    <message>
        <source>The partial derivative of a sum is taken term by term; constant factors stay.</source>
        <translation>和的偏导数逐项求；常数因子保留。</translation>
    </message>
    <message>
        <source>The partial derivative of a sum is taken term by term.</source>
        <translation>和的偏导数逐项求。</translation>
    </message>
    <message>
        <source>An explicit vector or matrix is differentiated entry by entry.</source>
        <translation>显式向量或矩阵逐元素求导。</translation>
    </message>
    <message>
        <source>A constant factor stays in front.</source>
        <translation>常数因子留在前面。</translation>
    </message>
    <message>
        <source>Differentiate one factor at a time.</source>
        <translation>逐个因子求导。</translation>
    </message>
    <message>
        <source>Differentiate above and below, over the square of what is below.</source>
        <translation>对分子、分母求导，除以分母的平方。</translation>
    </message>
    <message>
        <source>The exponent comes in front, and the power is one less.</source>
        <translation>指数提到前面，次数减一。</translation>
    </message>
    <message>
        <source>Base and exponent are differentiated one at a time.</source>
        <translation>底数与指数分别求导。</translation>
    </message>
    <message>
        <source>The derivative of the outer function, times that of the inner one.</source>
        <translation>外函数的导数乘以内函数的导数。</translation>
    </message>
    <message>
        <source>One term for each entry of the argument.</source>
        <translation>自变量的每个元素一项。</translation>
    </message>
    <message>
        <source>One term for each entry of the argument, with the entries of the Jacobian.</source>
        <translation>自变量的每个元素一项，带雅可比矩阵的元素。</translation>
    </message>
    <message>
        <source>An entry of softmax grows with its own argument and shrinks with all of them.</source>
        <translation>softmax 的元素随自己的自变量增大，随全体减小。</translation>
    </message>
    <message>
        <source>By Laplace&apos;s expansion the derivative by an entry is its cofactor, det(U) times an entry of the inverse.</source>
        <translation>由拉普拉斯展开，对元素的导数是其代数余子式，即 det(U) 乘逆矩阵的元素。</translation>
    </message>
    <message>
        <source>The cofactor over the determinant is an entry of the inverse.</source>
        <translation>代数余子式除以行列式是逆矩阵的元素。</translation>
    </message>
    <message>
        <source>From U^-1 U = I, entry by entry.</source>
        <translation>由 U^-1 U = I，逐元素。</translation>
    </message>
    <message>
        <source>An entry changes with itself alone: its derivative is 1 where the indices are equal, and 0 elsewhere.</source>
        <translation>元素只随自身变化：指标相等时导数为 1，否则为 0。</translation>
    </message>
    <message>
        <source>Each inner function becomes an intermediate variable.</source>
        <translation>每个内函数成为中间变量。</translation>
    </message>
    <message>
        <source>One function by its own argument, all else held constant.</source>
        <translation>一个函数对其自变量求导，其余保持不变。</translation>
    </message>
    <message>
        <source>Each way from the variable to the function gives a product of local derivatives; the ways are added.</source>
        <translation>从变量到函数的每条路径给出局部导数之积；各路径相加。</translation>
    </message>
    <message>
        <source>With the gradient of what follows held constant, only a product that is linear in the matrix is left.</source>
        <translation>把后续的梯度视为常量，只剩下对矩阵线性的乘积。</translation>
    </message>
    <message>
        <source>Derivatives that were found before are used again.</source>
        <translation>已求得的导数再次使用。</translation>
    </message>
    <message>
        <source>The variable is not inside another function, so one derivative is enough.</source>
        <translation>变量不在其他函数内，因此一个导数就够了。</translation>
    </message>
    <message>
        <source>One of the k factors is differentiated at a time; r - 1 of them stand before it and k - r behind.</source>
        <translation>每次对 k 个因子中的一个求微分；它前面有 r - 1 个，后面有 k - r 个。</translation>
    </message>
    <message>
        <source>The logarithm of a fraction is a difference, so its relative changes are subtracted.</source>
        <translation>分式的对数是差，所以相对变化相减。</translation>
    </message>
    <message>
        <source>Only the term of the sum in which the variable stands depends on it.</source>
        <translation>和中只有含该变量的那一项依赖于它。</translation>
    </message>
    <message>
        <source>The logarithm of a product is the sum of the logarithms, that of a power the exponent times the logarithm.</source>
        <translation>乘积的对数是对数之和，幂的对数是指数乘以对数。</translation>
    </message>
</context>
<context>
    <name>RuleFamily</name>
    <message>
        <source>Taking the differential</source>
        <translation>取微分</translation>
    </message>
    <message>
        <source>Linearity</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Quotients</source>
        <translation>商</translation>
    </message>
    <message>
        <source>Powers</source>
        <translation>幂</translation>
    </message>
    <message>
        <source>Functions of one variable</source>
        <translation>一元函数</translation>
    </message>
    <message>
        <source>Functions without a formula</source>
        <translation>没有公式的函数</translation>
    </message>
    <message>
        <source>Inverses</source>
        <translation>逆矩阵</translation>
    </message>
    <message>
        <source>Determinants</source>
        <translation>行列式</translation>
    </message>
    <message>
        <source>The matrix exponential</source>
        <translation>矩阵指数</translation>
    </message>
    <message>
        <source>The matrix sine and cosine</source>
        <translation>矩阵正弦与余弦</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>迹</translation>
    </message>
    <message>
        <source>Norms</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Eigenvalues</source>
        <translation>特征值</translation>
    </message>
    <message>
        <source>Largest and smallest entries</source>
        <translation>最大元素与最小元素</translation>
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
        <translation>作为中间变量的定义</translation>
    </message>
    <message>
        <source>To canonical form</source>
        <translation>化为标准形式</translation>
    </message>
    <message>
        <source>Collecting</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Reading off</source>
        <translation>读出导数</translation>
    </message>
    <message>
        <source>Variables with structure</source>
        <translation>有结构的变量</translation>
    </message>
    <message>
        <source>By definition</source>
        <translation>按定义</translation>
    </message>
    <message>
        <source>By components</source>
        <translation>按分量</translation>
    </message>
    <message>
        <source>Partial derivatives by an entry</source>
        <translation>对元素的偏导数</translation>
    </message>
    <message>
        <source>By the chain rule</source>
        <translation>按链式法则</translation>
    </message>
    <message>
        <source>Transposes</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Scalar factors</source>
        <translation>标量因子</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Entrywise products and diagonal matrices</source>
        <translation>逐元素乘积与对角矩阵</translation>
    </message>
    <message>
        <source>Kronecker products</source>
        <translation>克罗内克积</translation>
    </message>
    <message>
        <source>Derivatives of matrix functions</source>
        <translation>矩阵函数的导数</translation>
    </message>
    <message>
        <source>Explicit vectors and matrices</source>
        <translation>显式给出的向量和矩阵</translation>
    </message>
    <message>
        <source>Functions recognised</source>
        <translation>识别出的函数</translation>
    </message>
</context>
<context>
    <name>RuleName</name>
    <message>
        <source>Take the differential</source>
        <translation>取微分</translation>
    </message>
    <message>
        <source>Differentiate the gradient</source>
        <translation>对梯度求微分</translation>
    </message>
    <message>
        <source>Chain rule, layer by layer</source>
        <translation>逐层使用链式法则</translation>
    </message>
    <message>
        <source>Put in the differential</source>
        <translation>代入微分</translation>
    </message>
    <message>
        <source>Use the name</source>
        <translation>使用记号</translation>
    </message>
    <message>
        <source>Name the signal</source>
        <translation>给信号命名</translation>
    </message>
    <message>
        <source>Put in what the names stand for</source>
        <translation>代回记号的含义</translation>
    </message>
    <message>
        <source>Linearity</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Sum rule</source>
        <translation>和法则</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Constant factors</source>
        <translation>常数因子</translation>
    </message>
    <message>
        <source>Constant denominator</source>
        <translation>常数分母</translation>
    </message>
    <message>
        <source>Transpose rule</source>
        <translation>转置法则</translation>
    </message>
    <message>
        <source>Trace rule</source>
        <translation>迹法则</translation>
    </message>
    <message>
        <source>Sum of entries</source>
        <translation>元素之和</translation>
    </message>
    <message>
        <source>Rearranged entries</source>
        <translation>元素重排</translation>
    </message>
    <message>
        <source>Into the sum</source>
        <translation>移入求和号内</translation>
    </message>
    <message>
        <source>Transpose of a sum</source>
        <translation>和的转置</translation>
    </message>
    <message>
        <source>Out of the sum</source>
        <translation>移出求和号</translation>
    </message>
    <message>
        <source>Scalar out of the sum of entries</source>
        <translation>标量移出元素之和</translation>
    </message>
    <message>
        <source>Sum of ones</source>
        <translation>若干个 1 之和</translation>
    </message>
    <message>
        <source>Trace of the identity</source>
        <translation>单位矩阵的迹</translation>
    </message>
    <message>
        <source>Sum of equal terms</source>
        <translation>相等项之和</translation>
    </message>
    <message>
        <source>Entry by entry</source>
        <translation>逐元素</translation>
    </message>
    <message>
        <source>Trace of a Kronecker product</source>
        <translation>克罗内克积的迹</translation>
    </message>
    <message>
        <source>Sum of a Kronecker product</source>
        <translation>克罗内克积的元素之和</translation>
    </message>
    <message>
        <source>Product rule</source>
        <translation>乘积法则</translation>
    </message>
    <message>
        <source>Entrywise product rule</source>
        <translation>逐元素乘积法则</translation>
    </message>
    <message>
        <source>Kronecker product rule</source>
        <translation>克罗内克积法则</translation>
    </message>
    <message>
        <source>Inner product rule</source>
        <translation>内积法则</translation>
    </message>
    <message>
        <source>Quotient rule</source>
        <translation>商法则</translation>
    </message>
    <message>
        <source>Reciprocal rule</source>
        <translation>倒数法则</translation>
    </message>
    <message>
        <source>Entrywise quotient rule</source>
        <translation>逐元素商法则</translation>
    </message>
    <message>
        <source>Power rule</source>
        <translation>幂法则</translation>
    </message>
    <message>
        <source>Squared norm</source>
        <translation>范数的平方</translation>
    </message>
    <message>
        <source>Power of a norm</source>
        <translation>范数的幂</translation>
    </message>
    <message>
        <source>Exponential rule</source>
        <translation>指数函数法则</translation>
    </message>
    <message>
        <source>General power rule</source>
        <translation>一般幂法则</translation>
    </message>
    <message>
        <source>Entrywise power rule</source>
        <translation>逐元素幂法则</translation>
    </message>
    <message>
        <source>Matrix power rule</source>
        <translation>矩阵幂法则</translation>
    </message>
    <message>
        <source>Trace of a power</source>
        <translation>幂的迹</translation>
    </message>
    <message>
        <source>Determinant of a power</source>
        <translation>幂的行列式</translation>
    </message>
    <message>
        <source>Log-determinant of a power</source>
        <translation>幂的对数行列式</translation>
    </message>
    <message>
        <source>Write as a power</source>
        <translation>写成幂</translation>
    </message>
    <message>
        <source>Differential of the inverse</source>
        <translation>逆矩阵的微分</translation>
    </message>
    <message>
        <source>Determinant of a matrix exponential</source>
        <translation>矩阵指数的行列式</translation>
    </message>
    <message>
        <source>Log-determinant of a matrix exponential</source>
        <translation>矩阵指数的对数行列式</translation>
    </message>
    <message>
        <source>Trace of a matrix function</source>
        <translation>矩阵函数的迹</translation>
    </message>
    <message>
        <source>Matrix function of a multiple</source>
        <translation>倍数的矩阵函数</translation>
    </message>
    <message>
        <source>Trace of a matrix exponential</source>
        <translation>矩阵指数的迹</translation>
    </message>
    <message>
        <source>Exponential of a multiple</source>
        <translation>倍数的指数</translation>
    </message>
    <message>
        <source>Jacobi&apos;s formula</source>
        <translation>雅可比公式</translation>
    </message>
    <message>
        <source>Log-determinant</source>
        <translation>对数行列式</translation>
    </message>
    <message>
        <source>Logarithm of a determinant</source>
        <translation>行列式的对数</translation>
    </message>
    <message>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <source>Norm rule</source>
        <translation>范数法则</translation>
    </message>
    <message>
        <source>Sum of absolute values</source>
        <translation>绝对值之和</translation>
    </message>
    <message>
        <source>Eigenvalue rule</source>
        <translation>特征值法则</translation>
    </message>
    <message>
        <source>Eigenvector rule</source>
        <translation>特征向量法则</translation>
    </message>
    <message>
        <source>Largest or smallest entry</source>
        <translation>最大或最小元素</translation>
    </message>
    <message>
        <source>Larger of two</source>
        <translation>两者中较大者</translation>
    </message>
    <message>
        <source>Positive part</source>
        <translation>正部</translation>
    </message>
    <message>
        <source>Place of the extreme entry</source>
        <translation>极值元素的位置</translation>
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
        <translation>逻辑函数的对数</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Entrywise chain rule</source>
        <translation>逐元素链式法则</translation>
    </message>
    <message>
        <source>Bring the increment out, layer by layer</source>
        <translation>逐层提出增量</translation>
    </message>
    <message>
        <source>Rearrange the factors</source>
        <translation>重排因子</translation>
    </message>
    <message>
        <source>Expand the brackets</source>
        <translation>展开括号</translation>
    </message>
    <message>
        <source>A scalar equals its transpose</source>
        <translation>标量等于自身的转置</translation>
    </message>
    <message>
        <source>A scalar is its own trace</source>
        <translation>标量等于自身的迹</translation>
    </message>
    <message>
        <source>Cyclic trace</source>
        <translation>迹的循环性</translation>
    </message>
    <message>
        <source>Trace of a transpose</source>
        <translation>转置的迹</translation>
    </message>
    <message>
        <source>Entrywise product in a trace</source>
        <translation>迹中的逐元素乘积</translation>
    </message>
    <message>
        <source>Entrywise product in an inner product</source>
        <translation>内积中的逐元素乘积</translation>
    </message>
    <message>
        <source>Entrywise quotient in an inner product</source>
        <translation>内积中的逐元素商</translation>
    </message>
    <message>
        <source>Entrywise product as diag</source>
        <translation>用 diag 表示逐元素乘积</translation>
    </message>
    <message>
        <source>Entrywise product with a rank-one matrix</source>
        <translation>与秩一矩阵的逐元素乘积</translation>
    </message>
    <message>
        <source>Sum as a product with ones</source>
        <translation>求和写成与全 1 向量的乘积</translation>
    </message>
    <message>
        <source>Trace with diag</source>
        <translation>含 diag 的迹</translation>
    </message>
    <message>
        <source>Diagonal as a trace</source>
        <translation>对角线写成迹</translation>
    </message>
    <message>
        <source>Entry by unit vector</source>
        <translation>用单位向量表示元素</translation>
    </message>
    <message>
        <source>One number in every entry</source>
        <translation>所有元素为同一个数</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>相除</translation>
    </message>
    <message>
        <source>Move the scalar increment last</source>
        <translation>标量增量移到最后</translation>
    </message>
    <message>
        <source>Move the scalar in front</source>
        <translation>标量移到最前</translation>
    </message>
    <message>
        <source>Stack the columns</source>
        <translation>按列堆叠</translation>
    </message>
    <message>
        <source>vec of a product</source>
        <translation>乘积的 vec</translation>
    </message>
    <message>
        <source>vec of a transpose</source>
        <translation>转置的 vec</translation>
    </message>
    <message>
        <source>vec of an entrywise product</source>
        <translation>逐元素乘积的 vec</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Collect like terms</source>
        <translation>合并同类项</translation>
    </message>
    <message>
        <source>Collect equal traces</source>
        <translation>合并相等的迹</translation>
    </message>
    <message>
        <source>Group by the scalar</source>
        <translation>按标量分组</translation>
    </message>
    <message>
        <source>Factor out entry by entry</source>
        <translation>提出逐元素公因子</translation>
    </message>
    <message>
        <source>Diagonal of a product with a diagonal matrix</source>
        <translation>与对角矩阵乘积的对角线</translation>
    </message>
    <message>
        <source>Scaled rows</source>
        <translation>缩放各行</translation>
    </message>
    <message>
        <source>Factor out on the right</source>
        <translation>提出右侧公因子</translation>
    </message>
    <message>
        <source>Factor out on the left</source>
        <translation>提出左侧公因子</translation>
    </message>
    <message>
        <source>Factor out a power</source>
        <translation>提出幂</translation>
    </message>
    <message>
        <source>Multiply out</source>
        <translation>乘开</translation>
    </message>
    <message>
        <source>Factor out the scalar</source>
        <translation>提出标量</translation>
    </message>
    <message>
        <source>Read off the derivative</source>
        <translation>读出导数</translation>
    </message>
    <message>
        <source>Read off the Jacobian</source>
        <translation>读出雅可比矩阵</translation>
    </message>
    <message>
        <source>Read off the slice</source>
        <translation>读出切片</translation>
    </message>
    <message>
        <source>Sum of diagonal matrices</source>
        <translation>对角矩阵之和</translation>
    </message>
    <message>
        <source>Diagonal matrix of a unit vector</source>
        <translation>单位向量的对角矩阵</translation>
    </message>
    <message>
        <source>Scalars in front</source>
        <translation>标量移到最前</translation>
    </message>
    <message>
        <source>One fraction</source>
        <translation>写成一个分式</translation>
    </message>
    <message>
        <source>Entrywise product with ones</source>
        <translation>与全 1 的逐元素乘积</translation>
    </message>
    <message>
        <source>Diagonal matrix times vector</source>
        <translation>对角矩阵乘以向量</translation>
    </message>
    <message>
        <source>Diagonal matrices beside ones</source>
        <translation>与全一向量相邻的对角矩阵</translation>
    </message>
    <message>
        <source>Equal entrywise factors</source>
        <translation>相同的逐元素因子</translation>
    </message>
    <message>
        <source>One entrywise quotient</source>
        <translation>写成一个逐元素商</translation>
    </message>
    <message>
        <source>Sum of Kronecker products</source>
        <translation>克罗内克积之和</translation>
    </message>
    <message>
        <source>Matrix function rule</source>
        <translation>矩阵函数法则</translation>
    </message>
    <message>
        <source>Adjoint of the derivative</source>
        <translation>导数的伴随</translation>
    </message>
    <message>
        <source>Transpose of a derivative</source>
        <translation>导数的转置</translation>
    </message>
    <message>
        <source>Transpose of a product</source>
        <translation>乘积的转置</translation>
    </message>
    <message>
        <source>Inverse of a product</source>
        <translation>乘积的逆</translation>
    </message>
    <message>
        <source>Inverse of an orthogonal matrix</source>
        <translation>正交矩阵的逆</translation>
    </message>
    <message>
        <source>Cancel the inverse</source>
        <translation>与逆矩阵相消</translation>
    </message>
    <message>
        <source>The increment</source>
        <translation>增量</translation>
    </message>
    <message>
        <source>Norm as an inner product</source>
        <translation>范数写成内积</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Cancel the value at the start</source>
        <translation>消去起点的值</translation>
    </message>
    <message>
        <source>Take the linear part</source>
        <translation>取线性部分</translation>
    </message>
    <message>
        <source>Of that structure already</source>
        <translation>已经具有该结构</translation>
    </message>
    <message>
        <source>Project on the symmetric matrices</source>
        <translation>投影到对称矩阵</translation>
    </message>
    <message>
        <source>Derivative by the free entries</source>
        <translation>对独立元素的导数</translation>
    </message>
    <message>
        <source>Keep the diagonal</source>
        <translation>只保留对角线</translation>
    </message>
    <message>
        <source>Set the gradient to zero</source>
        <translation>令梯度为零</translation>
    </message>
    <message>
        <source>Rearrange</source>
        <translation>移项</translation>
    </message>
    <message>
        <source>Solve: the minimum</source>
        <translation>求解：最小值</translation>
    </message>
    <message>
        <source>Solve: the maximum</source>
        <translation>求解：最大值</translation>
    </message>
    <message>
        <source>Solve</source>
        <translation>求解</translation>
    </message>
    <message>
        <source>Recognise the logistic function</source>
        <translation>识别出逻辑函数</translation>
    </message>
    <message>
        <source>Recognise the softmax</source>
        <translation>识别出 softmax</translation>
    </message>
    <message>
        <source>Write by the softmax</source>
        <translation>用 softmax 表示</translation>
    </message>
    <message>
        <source>Write by the logistic function</source>
        <translation>用逻辑函数表示</translation>
    </message>
    <message>
        <source>Sine and cosine squared</source>
        <translation>正弦与余弦的平方</translation>
    </message>
    <message>
        <source>Transpose a scalar and collect</source>
        <translation>转置标量并合并</translation>
    </message>
    <message>
        <source>Functions of stacked entries</source>
        <translation>堆叠元素的函数</translation>
    </message>
    <message>
        <source>Kronecker product times vec</source>
        <translation>克罗内克积乘以 vec</translation>
    </message>
    <message>
        <source>A column times its own row</source>
        <translation>列乘以自身的行</translation>
    </message>
    <message>
        <source>vec of diag</source>
        <translation>diag 的 vec</translation>
    </message>
    <message>
        <source>Undo vec</source>
        <translation>还原 vec</translation>
    </message>
    <message>
        <source>Kronecker product in a trace</source>
        <translation>迹中的克罗内克积</translation>
    </message>
    <message>
        <source>Entries by unit vectors</source>
        <translation>用单位向量表示各元素</translation>
    </message>
    <message>
        <source>Product of Kronecker products</source>
        <translation>克罗内克积的乘积</translation>
    </message>
    <message>
        <source>Commutation matrix moved last</source>
        <translation>交换矩阵移到最后</translation>
    </message>
    <message>
        <source>Add the exponents</source>
        <translation>指数相加</translation>
    </message>
    <message>
        <source>Kronecker product of identities</source>
        <translation>单位矩阵的克罗内克积</translation>
    </message>
    <message>
        <source>Take the diagonal</source>
        <translation>取对角线</translation>
    </message>
    <message>
        <source>Diagonal of a product with diag</source>
        <translation>含 diag 的乘积的对角线</translation>
    </message>
    <message>
        <source>Inverse of a diagonal matrix</source>
        <translation>对角矩阵的逆</translation>
    </message>
    <message>
        <source>Sum of the softmax</source>
        <translation>softmax 之和</translation>
    </message>
    <message>
        <source>Recognise the tangent</source>
        <translation>识别出正切</translation>
    </message>
    <message>
        <source>Product of diagonal matrices</source>
        <translation>对角矩阵的乘积</translation>
    </message>
    <message>
        <source>Cancel entry by entry</source>
        <translation>逐元素相消</translation>
    </message>
    <message>
        <source>Equal diagonal entries</source>
        <translation>对角元素相等</translation>
    </message>
    <message>
        <source>Multiply the entries</source>
        <translation>元素相乘</translation>
    </message>
    <message>
        <source>Add the entries</source>
        <translation>元素相加</translation>
    </message>
    <message>
        <source>Logarithm of the softmax</source>
        <translation>softmax 的对数</translation>
    </message>
    <message>
        <source>Inverse of a power</source>
        <translation>幂的逆</translation>
    </message>
    <message>
        <source>Trace of a root or logarithm</source>
        <translation>根或对数的迹</translation>
    </message>
    <message>
        <source>Trace of functions of one matrix</source>
        <translation>同一矩阵的函数的迹</translation>
    </message>
    <message>
        <source>Trace of a sum</source>
        <translation>和的迹</translation>
    </message>
    <message>
        <source>Softmax of each row</source>
        <translation>逐行的 softmax</translation>
    </message>
    <message>
        <source>Logarithm of the softmax of each row</source>
        <translation>逐行 softmax 的对数</translation>
    </message>
    <message>
        <source>Logarithm of an entry of the softmax</source>
        <translation>softmax 元素的对数</translation>
    </message>
    <message>
        <source>Product with ones as a sum</source>
        <translation>与全 1 向量的乘积写成和</translation>
    </message>
    <message>
        <source>Varying exponent</source>
        <translation>变化的指数</translation>
    </message>
    <message>
        <source>Recognise the slope of the logistic function</source>
        <translation>识别出逻辑函数的导数</translation>
    </message>
    <message>
        <source>Factor out the matrix</source>
        <translation>提出矩阵</translation>
    </message>
    <message>
        <source>Inverse of transposes</source>
        <translation>转置的逆</translation>
    </message>
    <message>
        <source>Determinant of a transpose</source>
        <translation>转置的行列式</translation>
    </message>
    <message>
        <source>One stacked matrix</source>
        <translation>一个拉直的矩阵</translation>
    </message>
    <message>
        <source>One stacked column</source>
        <translation>合成一个堆叠列</translation>
    </message>
    <message>
        <source>Common denominator</source>
        <translation>公分母</translation>
    </message>
    <message>
        <source>Sign times number</source>
        <translation>符号乘以数</translation>
    </message>
    <message>
        <source>Diagonal of a sum</source>
        <translation>和的对角线</translation>
    </message>
    <message>
        <source>Diagonal of a transpose</source>
        <translation>转置的对角线</translation>
    </message>
    <message>
        <source>Diagonal of an outer product</source>
        <translation>外积的对角线</translation>
    </message>
    <message>
        <source>Diagonal of a scaled product</source>
        <translation>加权乘积的对角线</translation>
    </message>
    <message>
        <source>Diagonal of an entrywise product</source>
        <translation>逐元素乘积的对角线</translation>
    </message>
    <message>
        <source>relu times step</source>
        <translation>relu 乘以阶跃</translation>
    </message>
    <message>
        <source>abs times sign</source>
        <translation>绝对值乘以符号</translation>
    </message>
    <message>
        <source>Power of the step function</source>
        <translation>阶跃函数的幂</translation>
    </message>
    <message>
        <source>Square of the sign</source>
        <translation>符号的平方</translation>
    </message>
    <message>
        <source>Reflect the logistic function</source>
        <translation>反射逻辑函数</translation>
    </message>
    <message>
        <source>Sign into the difference</source>
        <translation>负号移入差中</translation>
    </message>
    <message>
        <source>One entrywise denominator</source>
        <translation>一个逐元素分母</translation>
    </message>
    <message>
        <source>One sum</source>
        <translation>一个和</translation>
    </message>
    <message>
        <source>One denominator</source>
        <translation>合为一个分母</translation>
    </message>
    <message>
        <source>Entry by a unit vector</source>
        <translation>用单位向量取元素</translation>
    </message>
    <message>
        <source>Entrywise product with a unit vector</source>
        <translation>与单位向量的逐元素乘积</translation>
    </message>
    <message>
        <source>Cancel a factor of the inverse</source>
        <translation>消去逆中的一个因子</translation>
    </message>
    <message>
        <source>Entrywise power of a diagonal matrix</source>
        <translation>对角矩阵的逐元素幂</translation>
    </message>
    <message>
        <source>Number into the fraction</source>
        <translation>数移入分式</translation>
    </message>
    <message>
        <source>Mixed-product rule</source>
        <translation>混合乘积法则</translation>
    </message>
    <message>
        <source>Norm of a Kronecker product</source>
        <translation>克罗内克积的范数</translation>
    </message>
    <message>
        <source>Determinant of a Kronecker product</source>
        <translation>克罗内克积的行列式</translation>
    </message>
    <message>
        <source>Log-determinant of a Kronecker product</source>
        <translation>克罗内克积的对数行列式</translation>
    </message>
    <message>
        <source>Matrix determinant lemma</source>
        <translation>矩阵行列式引理</translation>
    </message>
    <message>
        <source>Diagonal</source>
        <translation>对角线</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Number out of the entrywise product</source>
        <translation>数移出逐元素乘积</translation>
    </message>
    <message>
        <source>Diagonal of a multiple</source>
        <translation>倍数的对角线</translation>
    </message>
    <message>
        <source>Gather the powers</source>
        <translation>合并幂</translation>
    </message>
    <message>
        <source>Write in entries</source>
        <translation>按元素写出</translation>
    </message>
    <message>
        <source>Take the partial derivative</source>
        <translation>求偏导数</translation>
    </message>
    <message>
        <source>Split the sum</source>
        <translation>拆分求和</translation>
    </message>
    <message>
        <source>Deltas collapse the sums</source>
        <translation>δ 消去求和</translation>
    </message>
    <message>
        <source>Back to matrices</source>
        <translation>回到矩阵</translation>
    </message>
    <message>
        <source>Read off all entries</source>
        <translation>读出所有元素</translation>
    </message>
    <message>
        <source>Put the derivatives together</source>
        <translation>合并各导数</translation>
    </message>
    <message>
        <source>Constant factor</source>
        <translation>常数因子</translation>
    </message>
    <message>
        <source>Determinant by cofactors</source>
        <translation>由代数余子式求行列式</translation>
    </message>
    <message>
        <source>Log-determinant by cofactors</source>
        <translation>由代数余子式求对数行列式</translation>
    </message>
    <message>
        <source>Entry of an inverse</source>
        <translation>逆矩阵的元素</translation>
    </message>
    <message>
        <source>Kronecker delta</source>
        <translation>克罗内克 δ</translation>
    </message>
    <message>
        <source>Name the inner functions</source>
        <translation>为内函数命名</translation>
    </message>
    <message>
        <source>Local derivative</source>
        <translation>局部导数</translation>
    </message>
    <message>
        <source>Chain rule through a matrix</source>
        <translation>经过矩阵的链式法则</translation>
    </message>
    <message>
        <source>Put in what is known</source>
        <translation>代入已知</translation>
    </message>
    <message>
        <source>No inner function</source>
        <translation>没有内函数</translation>
    </message>
    <message>
        <source>Power with a letter</source>
        <translation>以字母为指数的幂</translation>
    </message>
    <message>
        <source>Logarithm of a fraction</source>
        <translation>分式的对数</translation>
    </message>
    <message>
        <source>One term of a sum</source>
        <translation>和中的一项</translation>
    </message>
    <message>
        <source>Logarithm of a product</source>
        <translation>乘积的对数</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Search the rules</source>
        <translation>查找规则</translation>
    </message>
    <message>
        <source>Search: product, trace, tr(A B), Matrix Cookbook…</source>
        <translation>查找：乘积、迹、tr(A B)、Matrix Cookbook…</translation>
    </message>
    <message>
        <source>The rule</source>
        <translation>该规则</translation>
    </message>
    <message>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>Open the example as a document</source>
        <translation>将示例作为文档打开</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>The rules cannot be shown.</source>
        <translation>无法显示规则。</translation>
    </message>
    <message>
        <source>{count} of {all} rules</source>
        <translation>{count}/{all} 条规则</translation>
    </message>
    <message>
        <source>No rule holds these words.</source>
        <translation>没有包含这些词的规则。</translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>来源：{source}</translation>
    </message>
    <message>
        <source>Example, by {variable}</source>
        <translation>示例，对 {variable} 求导</translation>
    </message>
</context>
<context>
    <name>ScalarField</name>
    <message>
        <source>Value of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>Left end of the slider of {name}</source>
        <translation>{name} 滑块的左端</translation>
    </message>
    <message>
        <source>Right end of the slider of {name}</source>
        <translation>{name} 滑块的右端</translation>
    </message>
    <message>
        <source>An end of the slider</source>
        <translation>滑块的一端</translation>
    </message>
    <message>
        <source>Slider of {name}</source>
        <translation>{name} 的滑块</translation>
    </message>
    <message>
        <source>The slider&apos;s end: {problem}</source>
        <translation>滑块端点：{problem}</translation>
    </message>
    <message>
        <source>The slider&apos;s left end must be below its right end.</source>
        <translation>滑块左端必须小于右端。</translation>
    </message>
</context>
<context>
    <name>SetupRow</name>
    <message>
        <source>What is compared</source>
        <translation>比较什么</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>A parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Basins</source>
        <translation>吸引域</translation>
    </message>
    <message>
        <source>Methods from the same start; one method from a grid of starts; one method over values of a parameter; or where the descents from all over the plane end</source>
        <translation>同一起点的各方法；一种方法从起点网格出发；一种方法取参数的不同值；或平面各处的下降终于何处</translation>
    </message>
    <message>
        <source>Grid of starts</source>
        <translation>起点网格</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Starts along a side of the map</source>
        <translation>图每边的起点数</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Gradient&apos;s norm that counts as having arrived</source>
        <translation>视为到达的梯度范数</translation>
    </message>
    <message>
        <source>A descent has arrived once the gradient&apos;s norm is so small</source>
        <translation>梯度的范数这么小时，下降就算到达</translation>
    </message>
    <message>
        <source>From this view</source>
        <translation>取自当前视图</translation>
    </message>
    <message>
        <source>Take the starts from this view</source>
        <translation>从当前视图取起点</translation>
    </message>
    <message>
        <source>The plot shows another part of the plane by now: take the starts from it</source>
        <translation>图中现在显示的是平面的另一部分：从中取起点</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Methods that are compared</source>
        <translation>所比较的方法</translation>
    </message>
    <message>
        <source>search γ</source>
        <translation>搜索 γ</translation>
    </message>
    <message>
        <source>Search for step sizes</source>
        <translation>搜索步长</translation>
    </message>
    <message>
        <source>Step sizes that nobody typed are searched for: of eleven, the one with which the method gets lowest from this start. Otherwise each method has its default</source>
        <translation>没有输入的步长会自动搜索：在十一个步长中，取方法从此起点下降得最低的那个。否则每种方法用各自的默认值</translation>
    </message>
    <message>
        <source>Parameter that is varied</source>
        <translation>变化的参数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>How many values</source>
        <translation>值的个数</translation>
    </message>
    <message>
        <source>Each value is the same multiple of the one before; else evenly spaced</source>
        <translation>每个值是前一个的同一倍数；否则等间距</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Values by equal factors</source>
        <translation>等比取值</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>{key} is needed for typing; hold Ctrl or Alt with it, or take a function key.</source>
        <translation>{key} 用于输入；请同时按住 Ctrl 或 Alt，或改用功能键。</translation>
    </message>
    <message>
        <source>{key} edits the text.</source>
        <translation>{key} 用于编辑文本。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search the commands and their keys</source>
        <translation>查找命令及其按键</translation>
    </message>
    <message>
        <source>Search: export, Ctrl+K…</source>
        <translation>查找：导出、Ctrl+K…</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys: press them</source>
        <translation>新按键：请按下</translation>
    </message>
    <message>
        <source>Press new keys:</source>
        <translation>按下新按键：</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Reset this one</source>
        <translation>重置此项</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Set. It holds at once, in every window.</source>
        <translation>已设定。在所有窗口中立即生效。</translation>
    </message>
    <message>
        <source>All keys are as they were in the beginning.</source>
        <translation>所有按键都已恢复初始设置。</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由你更改</translation>
    </message>
    <message>
        <source>No command holds these words.</source>
        <translation>没有包含这些词的命令。</translation>
    </message>
    <message>
        <source>{key} belongs to “{command}”; set here, it is taken from there.</source>
        <translation>{key} 属于“{command}”；在此设定后，原处将失去它。</translation>
    </message>
    <message>
        <source>Without keys: the menu still has it.</source>
        <translation>没有按键：菜单中仍有此命令。</translation>
    </message>
</context>
<context>
    <name>SourceEditor</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Declarations, definitions and one function to differentiate</source>
        <translation>声明、定义，以及一个要求导的函数</translation>
    </message>
    <message>
        <source>A function, such as  x&apos; A x  or  ||y - X w||^2</source>
        <translation>一个函数，例如  x&apos; A x  或  ||y - X w||^2</translation>
    </message>
</context>
<context>
    <name>StaleMark</name>
    <message>
        <source>Last good picture</source>
        <translation>上一幅正确的图</translation>
    </message>
</context>
<context>
    <name>StartField</name>
    <message>
        <source>Start of the descent</source>
        <translation>下降的起点</translation>
    </message>
    <message>
        <source>click on the plot</source>
        <translation>单击图形</translation>
    </message>
    <message>
        <source>All coordinates in order: {}</source>
        <translation>按顺序的所有坐标：{}</translation>
    </message>
</context>
<context>
    <name>StationaryPanel</name>
    <message>
        <source>Stationary points in view</source>
        <translation>视图中的驻点</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的结果</translation>
    </message>
    <message>
        <source>About the chosen point</source>
        <translation>关于所选的点</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>To a higher order</source>
        <translation>更高阶</translation>
    </message>
    <message>
        <source>Seeking…</source>
        <translation>正在寻找…</translation>
    </message>
    <message>
        <source>There is no plane to search.</source>
        <translation>没有可搜索的平面。</translation>
    </message>
    <message>
        <source>{kind}, order {order}</source>
        <translation>{kind}，{order} 阶</translation>
    </message>
    <message>
        <source>The second-order test does not decide.</source>
        <translation>二阶判别法无法判定。</translation>
    </message>
    <message>
        <source>Stationary in this plane only: the gradient by all coordinates has length {}.</source>
        <translation>只在此平面内是驻点：关于全部坐标的梯度长度为 {}。</translation>
    </message>
    <message>
        <source>Stationary points</source>
        <translation>驻点</translation>
    </message>
    <message>
        <source>Searched in steps of 1/{count} of the view; what is narrower can be missed: zoom in there.</source>
        <translation>以视图的 1/{count} 为步长搜索；更窄的细节可能漏掉，请在该处放大。</translation>
    </message>
</context>
<context>
    <name>StepLimit</name>
    <message>
        <source>Largest number of steps</source>
        <translation>最大步数</translation>
    </message>
    <message>
        <source>The descent stops after so many steps</source>
        <translation>下降在这么多步后停止</translation>
    </message>
    <message>
        <source>The number of steps is a whole number from 1 upwards.</source>
        <translation>步数是不小于 1 的整数。</translation>
    </message>
</context>
<context>
    <name>StepSizeSlider</name>
    <message>
        <source>Step size on a scale</source>
        <translation>标尺上的步长</translation>
    </message>
    <message>
        <source>Step size γ, by equal factors</source>
        <translation>步长 γ，按等比</translation>
    </message>
    <message>
        <source>What the step size does near the minimum</source>
        <translation>步长在极小值附近的作用</translation>
    </message>
    <message>
        <source>The bound 2/λ_max is {}</source>
        <translation>界 2/λ_max 为 {}</translation>
    </message>
    <message>
        <source>The bound 2/λ_max is marked once a descent has come near a minimum.</source>
        <translation>下降接近极小值后，标出界 2/λ_max。</translation>
    </message>
    <message>
        <source>Fastest near the minimum: γ = {}, κ = {}.</source>
        <translation>极小值附近最快：γ = {}，κ = {}。</translation>
    </message>
</context>
<context>
    <name>StepView</name>
    <message>
        <source>The step</source>
        <translation>这一步</translation>
    </message>
    <message>
        <source>Function and gradient at this step</source>
        <translation>这一步的函数与梯度</translation>
    </message>
    <message>
        <source>The step&apos;s update with its numbers</source>
        <translation>这一步的更新及其数值</translation>
    </message>
    <message>
        <source>Why the descent ended</source>
        <translation>下降为何结束</translation>
    </message>
    <message>
        <source>The function along the step</source>
        <translation>沿该步的函数</translation>
    </message>
    <message>
        <source>Open the step</source>
        <translation>展开这一步</translation>
    </message>
    <message>
        <source>Go through the parts of this step one by one, on the plot too, with the model that is trusted</source>
        <translation>逐一查看这一步的各部分，图上也显示，并画出所信赖的模型</translation>
    </message>
    <message>
        <source>The part before (Shift+Left)</source>
        <translation>上一部分（Shift+Left）</translation>
    </message>
    <message>
        <source>The next part (Shift+Right)</source>
        <translation>下一部分（Shift+Right）</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>放大显示</translation>
    </message>
    <message>
        <source>Show this step as large as the plot goes</source>
        <translation>在图中尽可能大地显示这一步</translation>
    </message>
    <message>
        <source>Which part of the step</source>
        <translation>这一步的哪一部分</translation>
    </message>
    <message>
        <source>This step cannot be opened: {}</source>
        <translation>这一步无法展开：{}</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} / {}</translation>
    </message>
    <message>
        <source>The step in words and numbers</source>
        <translation>该步的文字与数值</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the step</source>
        <translation>收起该步</translation>
    </message>
    <message>
        <source>Pause to read the parts of a step.</source>
        <translation>暂停后可查看一步的各个部分。</translation>
    </message>
</context>
<context>
    <name>StudioLayout</name>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The step size was suggested</source>
        <translation>步长是建议的</translation>
    </message>
    <message>
        <source>Steps computed so far</source>
        <translation>已计算的步数</translation>
    </message>
    <message>
        <source>Stop computing the descent</source>
        <translation>停止计算下降</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
</context>
<context>
    <name>SurfaceHost</name>
    <message>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Heat map, contours and gradient field</source>
        <translation>热图、等高线和梯度场</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>The function as a surface in space</source>
        <translation>函数作为空间曲面</translation>
    </message>
</context>
<context>
    <name>SurfaceView</name>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>Taylor model at the point</source>
        <translation>该点处的泰勒模型</translation>
    </message>
    <message>
        <source>What touches the surface at the point</source>
        <translation>在该点与曲面相切的是什么</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Tangent plane</source>
        <translation>切平面</translation>
    </message>
    <message>
        <source>Taylor quadric</source>
        <translation>泰勒二次曲面</translation>
    </message>
    <message>
        <source>Log height</source>
        <translation>对数高度</translation>
    </message>
    <message>
        <source>Heights by the decades above the lowest value; a tangent plane is bent then</source>
        <translation>高度按最低值以上的数量级；此时切平面是弯的</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Look at it as at first (Home)</source>
        <translation>恢复最初的视角（Home）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>OpenGL is missing, so the surface is painted more coarsely: {reason}.</source>
        <translation>没有 OpenGL，因此曲面画得较粗糙：{reason}。</translation>
    </message>
    <message>
        <source>Drag or arrow keys to turn · wheel or + and − to zoom · click to move the point</source>
        <translation>拖动或用方向键旋转 · 滚轮或 + 和 − 缩放 · 单击移动点</translation>
    </message>
    <message>
        <source>The parts of the step are arrows on it, with the model that the step trusts.</source>
        <translation>这一步的各部分是曲面上的箭头，并画出该步所信赖的模型。</translation>
    </message>
    <message>
        <source>There is nothing to plot yet.</source>
        <translation>还没有可画的内容。</translation>
    </message>
    <message>
        <source>The patch is the model that this step trusts.</source>
        <translation>曲面片是这一步所信赖的模型。</translation>
    </message>
    <message>
        <source>The surface could not be computed: {error}</source>
        <translation>曲面无法计算：{error}</translation>
    </message>
    <message>
        <source>The surface of {f} over {x} from {x0} to {x1} and {y} from {y0} to {y1}.</source>
        <translation>{f} 的曲面，{x} 从 {x0} 到 {x1}，{y} 从 {y0} 到 {y1}。</translation>
    </message>
    <message>
        <source>Its heights go from {low} to {high}.</source>
        <translation>高度从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>Where there is no surface the function is undefined.</source>
        <translation>没有曲面之处，函数没有定义。</translation>
    </message>
    <message>
        <source>The tangent plane touches it at the point.</source>
        <translation>切平面在该点与它相切。</translation>
    </message>
    <message>
        <source>A quadric touches it there.</source>
        <translation>二次曲面在该处与它相切。</translation>
    </message>
</context>
<context>
    <name>SymbolTable</name>
    <message>
        <source>Symbols</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>none</source>
        <comment>properties</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不合适</translation>
    </message>
    <message>
        <source>Double-click to rename</source>
        <translation>双击重命名</translation>
    </message>
    <message>
        <source>Click to choose properties</source>
        <translation>单击选择性质</translation>
    </message>
    <message>
        <source>{column} of {name}: {content}</source>
        <translation>{name} 的{column}:{content}</translation>
    </message>
    <message>
        <source>declared, not used</source>
        <translation>已声明，未使用</translation>
    </message>
    <message>
        <source>assumed, not used</source>
        <translation>推断，未使用</translation>
    </message>
    <message>
        <source>definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>declared</source>
        <translation>已声明</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>show its line in the text</source>
        <translation>显示文本中的那一行</translation>
    </message>
    <message>
        <source>edit the numbers in Values</source>
        <translation>在“数值”中编辑</translation>
    </message>
    <message>
        <source>back to inferred</source>
        <translation>恢复推断</translation>
    </message>
    <message>
        <source>declare it as it is</source>
        <translation>按现状声明</translation>
    </message>
    <message>
        <source>“{typed}” is no signature; write R^n → R, or R → R.</source>
        <translation>“{typed}”不是函数类型；请写 R^n → R 或 R → R。</translation>
    </message>
    <message>
        <source>“{typed}” is no shape; write n, 3 or n×m.</source>
        <translation>“{typed}”不是形状；请写 n、3 或 n×m。</translation>
    </message>
</context>
<context>
    <name>TableField</name>
    <message>
        <source>Type over a number, or paste a table of numbers from a spreadsheet</source>
        <translation>输入一个数，或从电子表格粘贴数表</translation>
    </message>
    <message>
        <source>Values of {name}</source>
        <translation>{name} 的值</translation>
    </message>
    <message>
        <source>{problem} Escape brings the last number back.</source>
        <translation>{problem} 按 Escape 恢复上一个数。</translation>
    </message>
    <message>
        <source>There are no numbers to paste.</source>
        <translation>没有可粘贴的数。</translation>
    </message>
    <message>
        <source>What went over the edge was left out: the table has {size} entries from that cell on.</source>
        <translation>超出边缘的部分已舍去：从该单元格起表中只有 {size} 个元素。</translation>
    </message>
</context>
<context>
    <name>TaylorPanel</name>
    <message>
        <source>Taylor polynomials</source>
        <translation>泰勒多项式</translation>
    </message>
    <message>
        <source>Order of the Taylor polynomial</source>
        <translation>泰勒多项式的阶</translation>
    </message>
    <message>
        <source>Taylor polynomial</source>
        <translation>泰勒多项式</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>找到的结果</translation>
    </message>
    <message>
        <source>Remainder over the step, both logarithmic</source>
        <translation>余项随步长，两轴均为对数</translation>
    </message>
    <message>
        <source>Order &lt;i&gt;n&lt;/i&gt; = {}</source>
        <translation>阶 &lt;i&gt;n&lt;/i&gt; = {}</translation>
    </message>
    <message>
        <source>The polynomial of order {order} is drawn.</source>
        <translation>画出的是 {order} 阶多项式。</translation>
    </message>
    <message>
        <source>Measured: {remainder} shrinks like {measured}; expected {expected} or faster.</source>
        <translation>测得：{remainder} 按 {measured} 减小；预期 {expected} 或更快。</translation>
    </message>
    <message>
        <source>So {limit}.</source>
        <translation>所以 {limit}。</translation>
    </message>
</context>
<context>
    <name>TemplateButton</name>
    <message>
        <source>Inserts {text}</source>
        <translation>插入 {text}</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Layers of the plot</source>
        <translation>图的图层</translation>
    </message>
    <message>
        <source>More layers</source>
        <translation>更多图层</translation>
    </message>
    <message>
        <source>The layers for which there is no room here</source>
        <translation>此处放不下的图层</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>等比例</translation>
    </message>
    <message>
        <source>The same scale on both axes, so that right angles look right</source>
        <translation>两轴用同一比例，使直角看起来是直角</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重置视图</translation>
    </message>
    <message>
        <source>Show the part of the plane that was chosen at first (Home)</source>
        <translation>显示最初选定的平面部分（Home）</translation>
    </message>
    <message>
        <source>{tip}. Down opens its menu.</source>
        <translation>{tip}。按向下键打开菜单。</translation>
    </message>
    <message>
        <source>{}: kind</source>
        <translation>{}：种类</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Type a function</source>
        <translation>输入函数</translation>
    </message>
    <message>
        <source>Write it as in lecture notes: x&apos; A x, log det X, ||y - X w||^2. LaTeX can be pasted. What you typed is shown as mathematics below, with the shapes that were understood. Examples are in the gallery ({gallery}).</source>
        <translation>像讲义中那样书写：x&apos; A x, log det X, ||y - X w||^2。也可以粘贴 LaTeX。输入的内容会在下方显示为数学公式，并给出所理解的形状。示例在图库中（{gallery}）。</translation>
    </message>
    <message>
        <source>Read the derivation</source>
        <translation>阅读推导</translation>
    </message>
    <message>
        <source>Each line names its rule; click one to read the rule with what its letters stand for. Every step is checked with numbers. Type your own answer or next line with {answer}, or practise with {practise}.</source>
        <translation>每一行都标明所用规则；点击一行可阅读规则及其字母的含义。每一步都用数值检验。用 {answer} 输入你自己的答案或下一行，用 {practise} 练习。</translation>
    </message>
    <message>
        <source>See what it means</source>
        <translation>看看它的含义</translation>
    </message>
    <message>
        <source>Drag the point: the arrow is the gradient there, the number that the answer stands for. The wheel zooms; the row above has contours, Taylor models and the surface in space.</source>
        <translation>拖动该点：箭头是该处的梯度，即答案所代表的数值。滚轮缩放；上方一行有等高线、泰勒模型和空间曲面。</translation>
    </message>
    <message>
        <source>Follow a descent</source>
        <translation>跟随一次下降</translation>
    </message>
    <message>
        <source>Click on the plot to start one there, choose among the methods, and go through the steps; each step opens into its arithmetic. The other tabs hold the point, the values and the symbols.</source>
        <translation>点击图形即从该处开始下降，选择方法，逐步浏览；每一步都可展开看到其算式。其他标签页有该点、数值和符号。</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>带走结果</translation>
    </message>
    <message>
        <source>Export the derivation as LaTeX or PDF, the plot as a picture; copy any line with a right click. Every command is found with {palette}. This tour is in the menu Help.</source>
        <translation>将推导导出为 LaTeX 或 PDF，图形导出为图片；右键可复制任意一行。用 {palette} 可找到所有命令。本导览在“帮助”菜单中。</translation>
    </message>
</context>
<context>
    <name>TourOverlay</name>
    <message>
        <source>Guided tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number}/{all}</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>到起点</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step forwards</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到终点</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>At the end begin again</source>
        <translation>到终点后重新开始</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Drag to any step of the descent</source>
        <translation>拖到下降的任意一步</translation>
    </message>
    <message>
        <source>Step number</source>
        <translation>步号</translation>
    </message>
    <message>
        <source>Playing speed</source>
        <translation>播放速度</translation>
    </message>
    <message>
        <source>How fast it plays (Up, Down); 1× is four steps a second</source>
        <translation>播放速度（Up、Down）；1× 为每秒四步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>ValuesEditor</name>
    <message>
        <source>Values of the constants</source>
        <translation>常量的值</translation>
    </message>
    <message>
        <source>This function has no constants.</source>
        <translation>此函数没有常量。</translation>
    </message>
    <message>
        <source>Constants</source>
        <translation>常量</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数</translation>
    </message>
    <message>
        <source>New random values</source>
        <translation>新的随机值</translation>
    </message>
    <message>
        <source>Draw all constants again; declared properties are respected</source>
        <translation>重新抽取所有常量；遵守声明的性质</translation>
    </message>
    <message>
        <source>Generate…</source>
        <translation>生成…</translation>
    </message>
    <message>
        <source>Random numbers, identity, zeros, ones, or data for regression and classification</source>
        <translation>随机数、单位矩阵、零、一，或用于回归与分类的数据</translation>
    </message>
    <message>
        <source>Read CSV…</source>
        <translation>读取 CSV…</translation>
    </message>
    <message>
        <source>Read the chosen constant from a file of numbers</source>
        <translation>从数字文件读取所选常量</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>There is no function yet. Its constants get their values here.</source>
        <translation>还没有函数。函数的常量将在这里取值。</translation>
    </message>
    <message>
        <source>Read the Values of {name}</source>
        <translation>读取 {name} 的值</translation>
    </message>
    <message>
        <source>Reading {file}…</source>
        <translation>正在读取 {file}…</translation>
    </message>
    <message>
        <source>Tables of numbers</source>
        <translation>数字表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Labels −1 and 1, as this loss takes them. Others may be typed.</source>
        <translation>标签为 −1 和 1，正是这个损失函数所要的；也可输入其他数。</translation>
    </message>
    <message>
        <source>Labels 0 and 1, as this loss takes them. Others may be typed.</source>
        <translation>标签为 0 和 1，正是这个损失函数所要的；也可输入其他数。</translation>
    </message>
    <message>
        <source>Read {size} numbers from {file}.</source>
        <translation>已从 {file} 读取 {size} 个数。</translation>
    </message>
</context>
<context>
    <name>WindowDescent</name>
    <message>
        <source>Export the Descent</source>
        <translation>导出下降过程</translation>
    </message>
    <message>
        <source>The descent was not exported.</source>
        <translation>下降过程未导出。</translation>
    </message>
    <message>
        <source>Drawing {name}…</source>
        <translation>正在绘制 {name}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is no descent to export yet: click on the plot to start one.</source>
        <translation>还没有可导出的下降过程：点击图形开始一个。</translation>
    </message>
    <message>
        <source>A map of basins does not move: export the plot, as PNG, SVG or PDF.</source>
        <translation>吸引域图没有动画：请将图形导出为 PNG、SVG 或 PDF。</translation>
    </message>
    <message>
        <source>Nothing is compared yet: click on the plot to choose a start, and tick what is to be shown.</source>
        <translation>尚无可比较的内容：在图上单击选择起点，并勾选要显示的项目。</translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>导出已取消；没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>WindowFiles</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>The document was not opened.</source>
        <translation>文档未打开。</translation>
    </message>
    <message>
        <source>Nothing Yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Clear This List</source>
        <translation>清除此列表(&amp;C)</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>LaTeX documents</source>
        <translation>LaTeX 文档</translation>
    </message>
    <message>
        <source>PDF documents</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>The document was not saved.</source>
        <translation>文档未保存。</translation>
    </message>
    <message>
        <source>{name} is open in another window. Choose another name here, or close that window first.</source>
        <translation>{name} 已在另一个窗口中打开。请在此换一个文件名，或先关闭那个窗口。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存 {name}。</translation>
    </message>
    <message>
        <source>There is no derivation to export yet.</source>
        <translation>还没有可导出的推导。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>没有复制任何内容。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>{name} ({function})</source>
        <translation>{name}（{function}）</translation>
    </message>
    <message>
        <source>Wrote {name}.</source>
        <translation>已写入 {name}。</translation>
    </message>
    <message>
        <source>Save the changes to this document?</source>
        <translation>保存对此文档的更改吗？</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>否则更改将丢失。</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>gradviz ended unexpectedly. Bring the unsaved changes back?</source>
        <translation>gradviz 意外结束。要恢复未保存的更改吗？</translation>
    </message>
    <message>
        <source>Unsaved: {names}. They open as changed documents; the files stay as they are.</source>
        <translation>未保存：{names}。它们将作为已更改的文档打开；文件保持不变。</translation>
    </message>
    <message>
        <source>Bring Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw Away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>{name} is open in this window.</source>
        <translation>{name} 已在此窗口中打开。</translation>
    </message>
    <message>
        <source>The function has no constant that takes the numbers of {name}.</source>
        <translation>函数中没有可以接收 {name} 中数值的常量。</translation>
    </message>
    <message>
        <source>Read {name} as</source>
        <translation>将 {name} 读取为</translation>
    </message>
</context>
<context>
    <name>WindowPlot</name>
    <message>
        <source>Copied the plot.</source>
        <translation>已复制图形。</translation>
    </message>
    <message>
        <source>Export the Plot</source>
        <translation>导出图形</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>The plot was not exported.</source>
        <translation>图形未导出。</translation>
    </message>
    <message>
        <source>Copy as an &amp;Image</source>
        <translation>复制为图片(&amp;I)</translation>
    </message>
    <message>
        <source>Export as {form}…</source>
        <translation>导出为 {form}…</translation>
    </message>
    <message>
        <source>There is no plot to export yet.</source>
        <translation>还没有可导出的图形。</translation>
    </message>
    <message>
        <source>Wrote {file}.</source>
        <translation>已写入 {file}。</translation>
    </message>
</context>
<context>
    <name>WorkerClient</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This takes too long.</source>
        <translation>耗时过长。</translation>
    </message>
    <message>
        <source>This takes longer than {seconds} seconds, so it was stopped.</source>
        <translation>超过 {seconds} 秒，已停止。</translation>
    </message>
    <message>
        <source>The part of gradviz that computes stopped unexpectedly.</source>
        <translation>gradviz 的计算部分意外停止。</translation>
    </message>
    <message>
        <source>The part of gradviz that computes stopped unexpectedly and was started anew.</source>
        <translation>gradviz 的计算部分意外停止，已重新启动。</translation>
    </message>
    <message>
        <source>The part of gradviz that computes could not be started.</source>
        <translation>无法启动 gradviz 的计算部分。</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message>
        <source>What was understood</source>
        <translation>理解的内容</translation>
    </message>
</context>
</TS>
