-- The questions of analysts on the series of this folder, over the views of panel.sqlite; the answers are checked.

-- Q1 Budget and growth of each body, rank within its region
SELECT org_name, fiscal_year, expenditure_wan, expenditure_growth,
  RANK() OVER (PARTITION BY region_name, fiscal_year ORDER BY expenditure_wan DESC) AS rank
FROM year_on_year WHERE kind = 'budget' ORDER BY fiscal_year, rank;
-- answer
-- 云川市青禾区市场监督管理局|2023|3296.1|2.73|1
-- 云川市青禾区农业局|2023|2390.15|-3.1|2
-- 云川市青禾区水务局|2023|2015.8|8.93|3
-- 云川市青禾区文化局|2023|1301.25|2.6|4
-- 云川市青禾区旅游局|2023|668.9|2.52|5
-- 云川市青禾区市场监督管理局|2024|3340.75|1.35|1
-- 云川市青禾区水务局|2024|1968.3|-2.36|2

-- Q2 Who shifts from projects to basic expenditure
SELECT org_name, fiscal_year, prior_basic_share, basic_share FROM year_on_year
WHERE kind = 'budget' AND basic_share > prior_basic_share ORDER BY org_key, fiscal_year;
-- answer
-- 云川市青禾区农业局|2023|54.74|57.43
-- 云川市青禾区市场监督管理局|2024|69.74|69.78
-- 云川市青禾区水务局|2024|51.75|54.19

-- Q3 Budget per head in post, in 10 000 yuan
SELECT org_name, fiscal_year, ROUND(expenditure_wan / staff, 2) FROM body_year
WHERE kind = 'budget' AND fiscal_year = 2024 ORDER BY 3 DESC;
-- answer
-- 云川市青禾区水务局|2024|67.87
-- 云川市青禾区农业农村局|2024|62.57
-- 云川市青禾区文化和旅游局|2024|60.26
-- 云川市青禾区市场监督管理局|2024|38.4
-- 云川市青禾区档案馆|2024|30.8

-- Q4 Who cites another figure for last year than was published
SELECT d.org_name, d.fiscal_year, f.rule, COUNT(*) FROM findings f JOIN documents d USING (doc_id)
WHERE f.rule IN ('XY001', 'XY002') GROUP BY 1, 2, 3 ORDER BY 3;
-- answer
-- 云川市青禾区市场监督管理局|2024|XY001|2
-- 云川市青禾区市场监督管理局|2024|XY002|1

-- Q5 Which bodies were renamed or merged
SELECT d.fiscal_year, f.message_zh FROM findings f JOIN documents d USING (doc_id)
WHERE f.rule = 'XY007' ORDER BY f.message_zh;
-- answer
-- 2024|云川市青禾区农业局疑更名为云川市青禾区农业农村局
-- 2024|云川市青禾区文化局 + 云川市青禾区旅游局疑更名为云川市青禾区文化和旅游局

-- Q6 Three-public expenses: total, per head, share of the budget
SELECT org_name, amount_wan, yuan_per_head, share_of_expenditure FROM three_public
WHERE kind = 'budget' AND fiscal_year = 2024 AND item = 'three_public.total' ORDER BY amount_wan DESC;
-- answer
-- 云川市青禾区市场监督管理局|49.1|5643.0|1.4697
-- 云川市青禾区农业农村局|20.1|4568.0|0.7301
-- 云川市青禾区文化和旅游局|14.7|4454.0|0.7392
-- 云川市青禾区水务局|13.2|4551.0|0.6706
-- 云川市青禾区档案馆|2.7|1928.0|0.6262

-- Q7 Who budgets for an item and uses less than half or nothing of it
SELECT org_name, fiscal_year, item, budget_wan, amount_wan FROM three_public
WHERE kind = 'final_accounts' AND budget_wan > 0 AND completion_rate < 60 ORDER BY org_key, fiscal_year, item;
-- answer
-- 云川市青禾区水务局|2023|three_public.official_reception|1.8|0.95

-- Q8 Completion of each item, and who hits 100 % exactly
SELECT org_name, fiscal_year, item, completion_rate, completion_rate = 100 FROM three_public
WHERE completion_rate IS NOT NULL ORDER BY org_key, fiscal_year, item;
-- answer
-- 云川市青禾区水务局|2023|three_public.official_reception|52.78|0
-- 云川市青禾区水务局|2023|three_public.official_vehicles.operation|100.0|1
-- 云川市青禾区水务局|2023|three_public.total|95.22|0

-- Q9 Running cost of a vehicle, in 10 000 yuan
SELECT org_name, vehicles_owned, ROUND(vehicle_operation_wan / vehicles_owned, 2) FROM body_year
WHERE kind = 'budget' AND fiscal_year = 2024 AND vehicles_owned > 0 ORDER BY 3, 1;
-- answer
-- 云川市青禾区档案馆|1|2.0
-- 云川市青禾区市场监督管理局|8|3.5
-- 云川市青禾区农业农村局|4|4.0
-- 云川市青禾区文化和旅游局|3|4.0
-- 云川市青禾区水务局|3|4.0

-- Q10 Purchases of vehicles against what is held
SELECT org_name, fiscal_year, vehicle_purchase_wan, vehicles_owned FROM body_year
WHERE vehicle_purchase_wan > 0 ORDER BY org_key, fiscal_year;
-- answer
-- 云川市青禾区市场监督管理局|2024|18.0|8

-- Q12 Who promised not to spend more and did
SELECT d.org_name, d.fiscal_year, y.prior_three_public_wan, y.three_public_wan
FROM findings f JOIN documents d USING (doc_id) JOIN year_on_year y USING (doc_id)
WHERE f.rule = 'XY010' ORDER BY d.fiscal_year;
-- answer
-- 云川市青禾区市场监督管理局|2023|29.8|31.3
-- 云川市青禾区市场监督管理局|2024|31.3|49.1

-- Q13 Operating funds per head, in yuan
SELECT org_name, ROUND(operating_expenses_wan * 10000 / staff) FROM body_year
WHERE kind = 'budget' AND fiscal_year = 2024 ORDER BY 2 DESC;
-- answer
-- 云川市青禾区水务局|31431.0
-- 云川市青禾区农业农村局|29932.0
-- 云川市青禾区文化和旅游局|29030.0
-- 云川市青禾区市场监督管理局|24609.0
-- 云川市青禾区档案馆|15214.0
